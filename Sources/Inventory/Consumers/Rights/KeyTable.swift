/// Finds a key by any of the texts that name it: id, ARN, alias, ARN of an alias.
struct KeyTable: Sendable {
    private var byName: [String: Reference] = [:]
    private var managed: Set<Reference> = []
    private(set) var arns: [String: String] = [:]

    init(_ keys: [KeyRow]) {
        for row in keys {
            guard case .key(let id) = row.common.reference else { continue }
            byName[id] = row.common.reference
            for alias in row.aliases { byName[alias] = row.common.reference }
            if row.manager == "AWS" { managed.insert(row.common.reference) }
            if let arn = row.common.arn { arns[id] = arn }
        }
    }

    /// nil for a key that is not in the list: of another account or region, or one of AWS's that was never used.
    func reference(_ text: String) -> Reference? {
        if let known = byName[text] { return known }
        return AmazonResourceName(text)?.keyID.flatMap { byName[$0] }
    }

    /// The id of a key that a reader needs a right for; nil for keys of AWS's own.
    func customerKey(_ text: String?) -> String? {
        guard let text, !text.contains("alias/aws/") else { return nil }
        guard let reference = reference(text) else { return AmazonResourceName(text)?.keyID ?? text }
        guard !managed.contains(reference), case .key(let id) = reference else { return nil }
        return id
    }
}
