import ConsoleViewModels
import FoundationEssentials
import Inventory
import SensitiveMemory

/// A small account for the flows.
enum World {
    static let identity = Identity(
        account: "482112349907", arn: "arn:aws:sts::482112349907:assumed-role/sre-breakglass/m.ortega")
    static let now = Date(timeIntervalSince1970: 1_795_528_920)

    static func rows(of kind: ResourceKind) -> [ResourceRow] {
        switch kind {
        case .function: functions.map { .function($0) }
        case .parameter: parameters.map { .parameter($0) }
        case .secret: secrets.map { .secret($0) }
        case .key: keys.map { .key($0) }
        }
    }

    static func detail(of reference: Reference) -> ResourceDetail? {
        guard let kind = reference.listKind,
            let row = rows(of: kind).first(where: { $0.common.reference == reference.ofRow })
        else { return nil }
        let used = ResourceDetail.Section(
            title: "Used by",
            lines: [
                ResourceDetail.Line(
                    label: "payments-api", text: "fn:payments-api", link: .function(name: "payments-api"))
            ])
        let access = ResourceDetail.Section(
            title: "Policy", lines: [], problem: "not allowed to read the policy; ask for lambda:GetPolicy")
        return ResourceDetail(row: row, sections: kind == .function ? [access] : [used])
    }

    static func common(
        _ reference: Reference, _ name: String, days: Double, tags: [String: String]? = nil
    ) -> ResourceCommon {
        ResourceCommon(
            reference: reference, name: name, arn: "arn:aws:test:eu-west-1:482112349907:\(name)",
            account: "482112349907", region: "eu-west-1", modified: now.addingTimeInterval(-86_400 * days), tags: tags)
    }

    static func function(
        _ name: String, days: Double, state: String? = "Active", variables: [FunctionRow.Variable] = [],
        tags: [String: String]? = nil
    ) -> FunctionRow {
        FunctionRow(
            common: common(.function(name: name), name, days: days, tags: tags), runtime: "python3.13", state: state,
            lastUpdateStatus: "Successful", version: "$LATEST", revisionID: "6f1c",
            role: "arn:aws:iam::482112349907:role/\(name)-exec", kmsKey: nil, variables: variables, variablesError: nil,
            environmentBytes: 512, aliases: nil, description: nil, layers: [])
    }

    static func variable(
        _ name: String, _ size: SizeClass, _ source: FunctionRow.Variable.Source, of target: Reference? = nil,
        same bits: UInt64? = nil
    ) -> FunctionRow.Variable {
        FunctionRow.Variable(
            name: name, size: size, source: source, of: target, fingerprint: bits.map { Fingerprint(bits: $0) })
    }

    static let functions: [FunctionRow] = [
        function(
            "payments-api", days: 412,
            variables: [
                variable("LOG_LEVEL", .short, .plain), variable("DB_PASSWORD", .short, .literal),
                variable("STRIPE_KEY", .long, .literal, same: 7),
                variable("DB_SECRET_ARN", .long, .secret, of: .secret(name: "payments/db")),
                variable("FX_TOKEN_PARAM", .medium, .parameter, of: .parameter(name: "/pay/fx/token")),
                variable("CFG_BLOB", .long, .ciphertext)
            ], tags: ["env": "prod", "team": "payments"]),
        function("payments-webhook", days: 38, tags: ["env": "prod"]),
        function(
            "payouts-worker", days: 3, state: "Pending", variables: [variable("OLD_STRIPE", .long, .literal, same: 7)],
            tags: ["env": "dev"]),
        function("paygate-settle", days: 4, state: "Failed"),
        function("catalogue-search", days: 20)
    ]

    static let parameters: [ParameterRow] = [
        ParameterRow(
            common: common(.parameter(name: "/pay/fx/token"), "/pay/fx/token", days: 38), type: "SecureString",
            tier: "Standard", version: 7, kmsKey: "alias/payments", policies: [], modifiedBy: "m.ortega",
            description: "FX provider"),
        ParameterRow(
            common: common(.parameter(name: "/dev/flag"), "/dev/flag", days: 2), type: "String", tier: "Advanced",
            version: 98, kmsKey: nil, policies: ["Expiration 2026-11-26T00:00:00Z"], modifiedBy: nil, description: nil)
    ]

    static let secrets: [SecretRow] = [
        SecretRow(
            common: common(.secret(name: "payments/db"), "payments/db", days: 12),
            rotation: SecretRow.Rotation(
                enabled: true, days: 30, next: now.addingTimeInterval(-86_400),
                last: now.addingTimeInterval(-4_000_000),
                functionARN: nil),
            versions: [
                SecretRow.Version(id: "9a31", stages: ["AWSCURRENT"]),
                SecretRow.Version(id: "c40e", stages: ["AWSPENDING"])
            ], accessed: now, kmsKey: nil, replicas: nil, owner: nil, deleting: nil, description: nil),
        SecretRow(
            common: common(.secret(name: "payments/stripe"), "payments/stripe", days: 90),
            rotation: SecretRow.Rotation(enabled: false, days: nil, next: nil, last: nil, functionARN: nil),
            versions: [SecretRow.Version(id: "1b2c", stages: ["AWSCURRENT"])], accessed: nil, kmsKey: nil,
            replicas: nil, owner: "rds", deleting: nil, description: nil)
    ]

    static let keys: [KeyRow] = [
        KeyRow(
            common: common(.key(id: "1234abcd-12ab-34cd-56ef-1234567890ab"), "alias/payments", days: 400),
            aliases: ["alias/payments"], state: "Enabled", manager: "CUSTOMER", spec: "SYMMETRIC_DEFAULT",
            origin: "AWS_KMS", rotation: KeyRow.Rotation(enabled: false, days: nil), description: nil)
    ]
}
