import Operations

extension FieldDifferences {
    /// Which fields are the same; nothing of what stands there.
    static let shape = RowShape<FieldDifferences>(
        fieldNames: ["same", "identical", "fields"],
        fields: { differences in
            [
                Field("same", .flag(differences.isSame)), Field("identical", .flag(differences.isIdentical)),
                Field(
                    "fields",
                    differences.fields.map { fields in
                        .list(
                            fields.map {
                                .object([
                                    Field("pointer", .text($0.pointer)), Field("change", .text($0.change.rawValue))
                                ])
                            })
                    } ?? .null)
            ]
        },
        columns: [], name: { $0.isSame ? "same" : "different" })

    /// For a person: the verdict, then what differs.
    var lines: [String] {
        guard !isIdentical else { return ["same"] }
        guard let fields else { return ["different", "  as a whole: not both are JSON objects"] }
        if isSame { return ["same", "  every field; they are written differently"] }
        let width = Change.allCases.map(\.rawValue.count).max() ?? 0
        return ["different"]
            + fields.map { field in
                let word = field.change.rawValue
                return "  " + word + String(repeating: " ", count: width - word.count + 2) + field.pointer
            }
    }
}
