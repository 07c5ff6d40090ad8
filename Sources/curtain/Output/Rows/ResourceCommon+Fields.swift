import Inventory

extension ResourceCommon {
    static let fieldNames = ["ref", "kind", "name", "arn", "account", "region", "modified", "tags"]

    func fields(_ kind: ResourceKind) -> [Field] {
        [
            Field("ref", .text(reference.text)), Field("kind", .text(kind.rawValue)), Field("name", .text(name)),
            Field("arn", FieldValue(arn)), Field("account", FieldValue(account)), Field("region", .text(region)),
            Field("modified", FieldValue(modified)), Field("tags", tagsValue)
        ]
    }

    private var tagsValue: FieldValue {
        guard let tags else { return .null }
        return .object(tags.sorted { $0.key < $1.key }.map { Field($0.key, .text($0.value)) })
    }
}
