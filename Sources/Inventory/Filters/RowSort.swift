import FoundationEssentials

/// `--sort KEY`: an order of rows. Rows in which the key is not known stand last in either direction, and equal ones
/// by name.
public struct RowSort: Sendable, Equatable {
    /// What a row is compared by.
    enum Key: String, CaseIterable, Sendable {
        case name, modified, arn
        case runtime, state, role, environment, variables
        case type, tier, version
        case next, accessed, owner
        case spec, manager, origin
    }

    private let key: Key
    private let descending: Bool

    public static let byName = RowSort(key: .name, descending: false)

    private init(key: Key, descending: Bool) {
        self.key = key
        self.descending = descending
    }

    /// `KEY`, or `-KEY` and `KEY:desc` for the largest first; nil if rows of the kind have no such key.
    public init?(word: String, kind: ResourceKind) {
        var word = word[...]
        var descending = false
        if word.hasPrefix("-") {
            word = word.dropFirst()
            descending = true
        } else if word.hasSuffix(":desc") {
            word = word.dropLast(5)
            descending = true
        }
        guard let key = Key(rawValue: String(word)), Self.keys(for: kind).contains(key.rawValue) else { return nil }
        self.init(key: key, descending: descending)
    }

    /// The words that `--sort` takes for a kind.
    public static func keys(for kind: ResourceKind) -> [String] {
        let own: [Key] =
            switch kind {
            case .function: [.runtime, .state, .role, .environment, .variables]
            case .parameter: [.type, .tier, .version]
            case .secret: [.next, .accessed, .owner]
            case .key: [.state, .spec, .manager, .origin]
            }
        return ([.name, .modified, .arn] + own).map(\.rawValue)
    }

    /// The rows in order.
    public func sorted(_ rows: [ResourceRow]) -> [ResourceRow] {
        let keyed = rows.enumerated().map { (value: RowSortValue(key, of: $0.element), index: $0.offset) }
        return keyed.sorted { left, right in
            if left.value != right.value { return left.value.precedes(right.value, descending: descending) }
            let names = (rows[left.index].common.name, rows[right.index].common.name)
            return names.0 == names.1 ? left.index < right.index : names.0 < names.1
        }.map { rows[$0.index] }
    }
}
