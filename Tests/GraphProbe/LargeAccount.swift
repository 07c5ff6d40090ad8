import FoundationEssentials
import Inventory
import SensitiveMemory

/// An account of the size that the bound speaks of, as the lists would have told it.
struct LargeAccount {
    static let number = "111122223333"
    static let place = "eu-west-1"

    let facts: AccountFacts
    /// The names as the lists leave them: that work is part of listing.
    let names: NameIndex

    init(functions: Int, parameters: Int, secrets: Int) throws {
        let key = FingerprintKey(try SecretBytes.random(count: 32))
        let observer = VariableObserver(key: key)
        var facts = AccountFacts(
            account: Self.number, region: Self.place, taken: Date(timeIntervalSince1970: 1_795_000_000))
        facts.parameters = (0..<parameters).map(Self.parameter)
        facts.secrets = (0..<secrets).map(Self.secret)
        for number in 0..<functions {
            try Self.add(number, observer, secrets: secrets, parameters: parameters, to: &facts)
        }
        var names = NameIndex(key: key)
        for row in facts.secrets { names.insert(.secret(row)) }
        for row in facts.parameters { names.insert(.parameter(row)) }
        self.facts = facts
        self.names = names
    }

    private static func parameterName(_ number: Int) -> String {
        "/prod/team-\(number % 40)/service-\(number % 500)/key-\(number)"
    }
    private static func secretName(_ number: Int) -> String { "prod/team-\(number % 40)/secret-\(number)" }
    private static func arn(secret number: Int) -> String {
        "arn:aws:secretsmanager:\(place):\(Self.number):secret:\(secretName(number))-AbCdEf"
    }

    private static func common(_ reference: Reference, _ name: String, _ arn: String) -> ResourceCommon {
        ResourceCommon(
            reference: reference, name: name, arn: arn, account: number, region: place,
            modified: Date(timeIntervalSince1970: 1_790_000_000), tags: [:])
    }

    private static func parameter(_ number: Int) -> ParameterRow {
        let name = parameterName(number)
        return ParameterRow(
            common: common(.parameter(name: name), name, "arn:aws:ssm:\(place):\(Self.number):parameter\(name)"),
            type: "SecureString", tier: "Standard", version: 3, kmsKey: "alias/aws/ssm", policies: [], modifiedBy: nil,
            description: nil)
    }

    private static func secret(_ number: Int) -> SecretRow {
        let name = secretName(number)
        return SecretRow(
            common: common(.secret(name: name), name, arn(secret: number)),
            rotation: SecretRow.Rotation(enabled: false, days: nil, next: nil, last: nil, functionARN: nil),
            versions: [SecretRow.Version(id: "v", stages: ["AWSCURRENT"])], accessed: nil, kmsKey: nil, replicas: nil,
            owner: nil, deleting: nil, description: nil)
    }

    /// A function that names a secret and a parameter, has literals and settings, two versions of the same, and a role that
    /// may read what it names; one in twenty runs as administrator.
    private static func add(
        _ number: Int, _ observer: VariableObserver, secrets: Int, parameters: Int, to facts: inout AccountFacts
    ) throws {
        let name = "team-\(number % 40)-function-\(number)"
        let role = "arn:aws:iam::\(Self.number):role/\(name)-role"
        let parameter = parameterName(number * 7 % parameters)
        let values = [
            ("DB_SECRET_ARN", arn(secret: number % secrets)), ("API_KEY_PARAMETER", parameter), ("LOG_LEVEL", "INFO"),
            ("STAGE", "prod"), ("TABLE", "orders-\(number)"), ("TOKEN", "tok_\(number)aZ9bY8cX7dW6eV5"),
            ("CONFIG", #"{"queue":"https://sqs.eu-west-1.amazonaws.com/q/\#(number)","retries":3}"#),
            ("ENDPOINT", "https://service-\(number).internal.example/v1")
        ]
        let variables = values.map { name, value in
            var value = value
            return value.withUTF8 { observer.variable(name: name, value: UnsafeRawBufferPointer($0)) }
        }
        func row(_ version: String) -> FunctionRow {
            FunctionRow(
                common: common(
                    .function(name: name, qualifier: version == "$LATEST" ? nil : version), name,
                    "arn:aws:lambda:\(place):\(Self.number):function:\(name)"), runtime: "python3.13", state: nil,
                lastUpdateStatus: nil, version: version, revisionID: nil, role: role, kmsKey: nil, variables: variables,
                variablesError: nil, environmentBytes: 400, aliases: nil, description: nil, layers: [])
        }
        facts.functions.append(row("$LATEST"))
        facts.versions[name] = [row("1"), row("2")]
        facts.aliases[name] = [FunctionRow.Alias(name: "live", version: "2", weights: [:])]
        let statements =
            number.isMultiple(of: 20)
            ? #"{"Effect":"Allow","Action":"*","Resource":"*"}"#
            : """
            {"Effect":"Allow","Action":["logs:CreateLogStream","logs:PutLogEvents"],"Resource":"*"},\
            {"Effect":"Allow","Action":["secretsmanager:GetSecretValue"],"Resource":"\(arn(secret: number % secrets))"},\
            {"Effect":"Allow","Action":["ssm:GetParameter","ssm:GetParametersByPath"],\
            "Resource":"arn:aws:ssm:*:*:parameter/prod/team-\(number % 40)/*"}
            """
        facts.roles[role] = PolicyCaller(
            arn: role, account: Self.number,
            policies: [
                try AccessPolicy(name: "runtime", json: #"{"Version":"2012-10-17","Statement":[\#(statements)]}"#)
            ], tags: [:])
    }
}
