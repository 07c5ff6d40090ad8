import Inventory

/// A column of a list.
public enum ListColumn: String, CaseIterable, Sendable {
    case name = "NAME"
    case environment = "ENV"
    case literals = "LIT"
    case references = "REF"
    case source = "SRC"
    case runtime = "RUNTIME"
    case version = "VER"
    case type = "TYPE"
    case tier = "TIER"
    case policies = "POLICIES"
    case modifiedBy = "BY"
    case rotation = "ROTATION"
    case rotatedLast = "LAST ROT"
    case stages = "STAGES"
    case accessed = "READ"
    case owner = "OWNER"
    case manager = "MANAGER"
    case spec = "SPEC"
    case aliasCount = "ALIASES"
    case modified = "AGE"
    case state = "STATE"
    case flags = "FLAGS"
    case description = "DESCRIPTION"

    /// The columns of a kind in their order; the wide ones come with ctrl-w or where there is room.
    public static func columns(of kind: ResourceKind, wide: Bool) -> [ListColumn] {
        switch kind {
        case .function:
            [.name, .environment, .literals, .references, .source, .modified, .state, .flags]
                + (wide ? [.runtime, .version, .description] : [])
        case .parameter:
            [.name, .type, .version, .tier, .modified, .flags] + (wide ? [.policies, .modifiedBy, .description] : [])
        case .secret:
            [.name, .rotation, .rotatedLast, .stages, .modified, .accessed, .flags]
                + (wide ? [.owner, .description] : [])
        case .key:
            [.name, .state, .manager, .rotation, .modified, .flags] + (wide ? [.spec, .aliasCount, .description] : [])
        }
    }

    /// Cells that the column takes; the name takes what is left over.
    public var width: Int {
        switch self {
        case .name: 0
        case .environment, .literals, .references: 3
        case .source: 14
        case .runtime: 12
        case .version: 7
        case .type: 12
        case .tier: 8
        case .policies: 24
        case .modifiedBy: 20
        case .rotation: 10
        case .rotatedLast: 8
        case .stages: 9
        case .accessed: 5
        case .owner: 8
        case .manager: 8
        case .spec: 18
        case .aliasCount: 7
        case .modified: 6
        case .state: 10
        case .flags: 14
        case .description: 40
        }
    }

    /// Where there is no room for all columns, those with the highest number go first.
    public var dispensability: Int {
        switch self {
        case .name: 0
        case .state, .type, .rotation: 1
        case .environment, .literals, .references, .modified, .stages, .version: 2
        case .source: 3
        case .flags: 4
        case .tier, .rotatedLast, .accessed, .manager: 5
        case .runtime, .policies, .modifiedBy, .owner, .spec, .aliasCount, .description: 6
        }
    }

    /// Numbers stand at the right edge of their column.
    public var isRightAligned: Bool {
        switch self {
        case .environment, .literals, .references, .aliasCount, .modified, .accessed, .rotatedLast, .version: true
        case .name, .source, .runtime, .type, .tier, .policies, .modifiedBy, .rotation, .stages, .owner, .manager,
            .spec, .state, .flags, .description:
            false
        }
    }

    /// Whether the order is one of numbers or of text.
    var isNumeric: Bool {
        switch self {
        case .environment, .literals, .references, .version, .aliasCount, .modified, .accessed, .rotatedLast: true
        case .name, .source, .runtime, .type, .tier, .policies, .modifiedBy, .rotation, .stages, .owner, .manager,
            .spec, .state, .flags, .description:
            false
        }
    }
}

extension ListColumn {
    /// The column's name in the configuration and after `:`.
    public var word: String {
        switch self {
        case .name: "name"
        case .environment: "env"
        case .literals: "lit"
        case .references: "ref"
        case .source: "src"
        case .runtime: "runtime"
        case .version: "ver"
        case .type: "type"
        case .tier: "tier"
        case .policies: "policies"
        case .modifiedBy: "by"
        case .rotation: "rotation"
        case .rotatedLast: "rotated"
        case .stages: "stages"
        case .accessed: "read"
        case .owner: "owner"
        case .manager: "manager"
        case .spec: "spec"
        case .aliasCount: "aliases"
        case .modified: "age"
        case .state: "state"
        case .flags: "flags"
        case .description: "description"
        }
    }

    /// The column of a word: its name, or the words of its head or of the row's field.
    public init?(word: String) {
        let word = word.lowercased()
        let column = Self.allCases.first { $0.word == word || $0.rawValue.lowercased() == word }
        guard let column = column ?? (word == "modified" ? .modified : nil) else { return nil }
        self = column
    }
}
