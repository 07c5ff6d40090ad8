import FoundationEssentials

/// What one row is compared by.
enum RowSortValue: Equatable {
    case text(String)
    case number(Double)
    case unknown

    init(_ key: RowSort.Key, of row: ResourceRow) {
        let common = row.common
        switch key {
        case .name: self = .text(common.name.lowercased())
        case .modified: self = Self(common.modified)
        case .arn: self = Self(common.arn)
        case .runtime, .role, .environment, .variables, .type, .tier, .version, .state, .next, .accessed, .owner, .spec,
            .manager, .origin:
            self = Self.special(key, of: row)
        }
    }

    func precedes(_ other: RowSortValue, descending: Bool) -> Bool {
        switch (self, other) {
        case (.text(let left), .text(let right)): (left < right) != descending
        case (.number(let left), .number(let right)): (left < right) != descending
        case (_, .unknown): true
        case (.unknown, _), (.text, .number): false
        case (.number, .text): true
        }
    }

    private init(_ text: String?) { self = text.map(Self.text) ?? .unknown }
    private init(_ date: Date?) { self = date.map { .number($0.timeIntervalSince1970) } ?? .unknown }

    private static func special(_ key: RowSort.Key, of row: ResourceRow) -> RowSortValue {
        switch (key, row) {
        case (.runtime, .function(let row)): Self(row.runtime)
        case (.state, .function(let row)): Self(row.state)
        case (.role, .function(let row)): Self(row.role)
        case (.environment, .function(let row)): .number(Double(row.environmentBytes))
        case (.variables, .function(let row)): .number(Double(row.variables.count))
        case (.type, .parameter(let row)): .text(row.type)
        case (.tier, .parameter(let row)): Self(row.tier)
        case (.version, .parameter(let row)): row.version.map { .number(Double($0)) } ?? .unknown
        case (.next, .secret(let row)): Self(row.rotation.next)
        case (.accessed, .secret(let row)): Self(row.accessed)
        case (.owner, .secret(let row)): Self(row.owner)
        case (.state, .key(let row)): Self(row.state)
        case (.spec, .key(let row)): Self(row.spec)
        case (.manager, .key(let row)): Self(row.manager)
        case (.origin, .key(let row)): Self(row.origin)
        case (_, _): .unknown
        }
    }
}
