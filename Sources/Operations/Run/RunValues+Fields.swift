import SensitiveMemory
import StrictJSON

extension RunValues {
    /// The value with one more field.
    static func adding(
        _ pointer: String, to value: FetchedValue, _ new: SecretBytes
    ) throws(CallFailure) -> FetchedValue {
        try edited(
            value, otherwise: "the value has a field \(pointer) already, or nothing that it could be added to"
        ) { try $0.adding(JSONPointer(pointer), string: new) }
    }

    /// The value as it is, or without the field that the plan takes away.
    static func unchanged(_ value: FetchedValue, _ plan: Plan) throws(CallFailure) -> FetchedValue {
        guard plan.change?.field == .removed, let pointer = plan.subject.pointer else {
            do {
                return FetchedValue(
                    bytes: try value.bytes.withUnsafeBytes { try SecretBytes(copying: $0) }, version: nil,
                    requestID: "", isBinary: value.isBinary)
            } catch {
                throw CallFailure(.refused, OperationFailure(.ownFault, "no locked memory is left for the value"))
            }
        }
        return try edited(value, otherwise: "the value has no field \(pointer)") {
            try $0.removing(JSONPointer(pointer))
        }
    }

    private static func edited(
        _ value: FetchedValue, otherwise words: String, _ body: (JSONDocument) throws -> SecretBytes?
    ) throws(CallFailure) -> FetchedValue {
        let bytes: SecretBytes?
        do {
            bytes = try value.bytes.withUnsafeBytes { try body(JSONDocument(copying: $0)) }
        } catch is JSONError {
            throw CallFailure(.refused, OperationFailure(.notFound, "the value is not JSON and has no fields"))
        } catch {
            throw CallFailure(.refused, OperationFailure(.ownFault, "no locked memory is left for the value"))
        }
        guard let bytes else { throw CallFailure(.refused, OperationFailure(.notFound, words)) }
        return FetchedValue(bytes: bytes, version: nil, requestID: "", isBinary: false)
    }
}
