import Inventory

extension ResourceDetail {
    /// The row's fields and its sections; share mode leaves out every size.
    func fields(share: Bool) -> [Field] {
        row.fields(share: share) + [Field("sections", .list(sections.map(\.value)))]
    }
}

extension ResourceDetail.Section {
    fileprivate var value: FieldValue {
        .object([
            Field("title", .text(title)), Field("lines", .list(lines.map(\.value))),
            Field("problem", FieldValue(problem))
        ])
    }
}

extension ResourceDetail.Line {
    fileprivate var value: FieldValue {
        .object([
            Field("label", .text(label)), Field("text", .text(text)), Field("ref", FieldValue(link?.text))
        ])
    }
}
