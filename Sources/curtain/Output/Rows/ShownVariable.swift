import Inventory

/// One environment variable as `show` tells it.
struct ShownVariable: Sendable {
    let reference: Reference
    let function: FunctionRow
    let variable: FunctionRow.Variable

    func fields(share: Bool) -> [Field] {
        guard case .object(let own) = variable.value(share: share) else { return [] }
        return [
            Field("ref", .text(reference.text)), Field("kind", .text("variable")),
            Field("function", .text(function.common.reference.text)), Field("version", FieldValue(function.version)),
            Field("region", .text(function.common.region)), Field("modified", FieldValue(function.common.modified)),
            Field("kmsKey", FieldValue(function.kmsKey))
        ] + own
    }
}
