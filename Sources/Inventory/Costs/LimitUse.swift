/// How much of a limit is used.
public struct LimitUse: Sendable, Equatable {
    public let limit: AWSFact
    /// The thing whose limit it is; nil for the region's.
    public let reference: Reference?
    public let used: Int

    public init(_ limit: AWSFact, of reference: Reference?, used: Int) {
        self.limit = limit
        self.reference = reference
        self.used = used
    }

    /// 0 to 1, and above it where AWS counts differently.
    public var share: Double { Double(used) / limit.value }

    /// From nine tenths on it is near.
    public var isNear: Bool { share >= 0.9 }
}

extension LimitUse {
    /// The limits of single things that are used to nine tenths or more, the fullest first.
    public static func near(
        functions: [FunctionRow], parameters: [ParameterRow], secrets: [SecretRow], keys: [KeyRow]
    ) -> [LimitUse] {
        let uses =
            functions.map { LimitUse(.environmentBytes, of: $0.common.reference, used: $0.environmentBytes) }
            // A parameter keeps the last hundred: the number of the newest is how many there are until then.
            + parameters.compactMap { row in
                row.version.map { LimitUse(.parameterVersions, of: row.common.reference, used: min($0, 100)) }
            }
            + secrets.map { LimitUse(.secretVersions, of: $0.common.reference, used: $0.versions.count) }
            + keys.map { LimitUse(.keyAliases, of: $0.common.reference, used: $0.aliases.count) }
        return uses.filter(\.isNear).sorted {
            ($1.share, $0.reference?.text ?? "") < ($0.share, $1.reference?.text ?? "")
        }
    }

    /// How much the region's things take of what it allows.
    public static func region(parameters: [ParameterRow], secrets: [SecretRow], keys: [KeyRow]) -> [LimitUse] {
        [
            LimitUse(.standardParameters, of: nil, used: parameters.count { !$0.isAdvanced }),
            LimitUse(.advancedParameters, of: nil, used: parameters.count { $0.isAdvanced }),
            LimitUse(.secrets, of: nil, used: secrets.count),
            LimitUse(.keys, of: nil, used: keys.count { $0.isCustomers })
        ]
    }
}

extension ParameterRow {
    public var isAdvanced: Bool { tier == "Advanced" }
    public var isSecure: Bool { type == "SecureString" }
}

extension KeyRow {
    /// Whether the account's own: what is not known to be AWS's.
    public var isCustomers: Bool { manager != "AWS" }
}
