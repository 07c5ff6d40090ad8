/// The smallest IAM policy for a kind of work, statement by statement.
public struct PermissionDocument: Sendable, Equatable {
    public struct Statement: Sendable, Equatable {
        public let sid: String
        public let actions: [String]
        public let resources: [String]
    }

    public let statements: [Statement]

    /// - Parameters:
    ///   - account: in the ARNs; `*` for any.
    ///   - region: likewise.
    ///   - prefixes: what the names of secrets and parameters begin with whose values are read or written; none for all.
    public init(
        _ work: PermissionWork, partition: String = "aws", region: String = "*", account: String = "*",
        prefixes: [String] = []
    ) {
        let wanted = Permission.all.filter { $0.works.contains(work) }
        let order = wanted.reduce(into: [String]()) { if !$0.contains($1.purpose) { $0.append($1.purpose) } }
        let place = "\(region):\(account)"
        func resources(_ scope: Permission.Scope, isValue: Bool) -> [String] {
            // Who browses sees the names of all; the values are narrowed.
            let names = isValue && !prefixes.isEmpty ? prefixes.map { "\($0)*" } : ["*"]
            switch scope {
            case .all: return ["*"]
            case .secrets: return names.map { "arn:\(partition):secretsmanager:\(place):secret:\($0)" }
            case .parameters:
                return names.map {
                    "arn:\(partition):ssm:\(place):parameter/" + ($0.hasPrefix("/") ? $0.dropFirst() : $0[...])
                }
            case .keys: return ["arn:\(partition):kms:\(place):key/*"]
            case .functions: return ["arn:\(partition):lambda:\(place):function:*"]
            case .eventSources: return ["arn:\(partition):lambda:\(place):event-source-mapping:*"]
            case .roles: return ["arn:\(partition):iam::\(account):role/*"]
            case .users: return ["arn:\(partition):iam::\(account):user/*"]
            }
        }
        statements = order.compactMap { purpose in
            let same = wanted.filter { $0.purpose == purpose }
            guard let first = same.first else { return nil }
            let isValue = first.works != Set(PermissionWork.allCases)
            return Statement(
                sid: purpose, actions: same.map(\.action).sorted(), resources: resources(first.scope, isValue: isValue))
        }
    }
}
