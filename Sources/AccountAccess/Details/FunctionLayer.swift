import Inventory

/// A layer of a function, by its ARN: `arn:aws:lambda:REGION:ACCOUNT:layer:NAME:VERSION`.
struct FunctionLayer: Equatable {
    let name: String
    let version: String?
    let account: String?

    init(arn text: String) {
        guard let arn = AmazonResourceName(text), let rest = arn.resource(after: "layer:") else {
            (name, version, account) = (text, nil, nil)
            return
        }
        let parts = rest.split(separator: ":", maxSplits: 1)
        name = parts.first.map(String.init) ?? rest
        version = parts.count > 1 ? String(parts[1]) : nil
        account = arn.account
    }

    /// Whether it is AWS's extension that fetches parameters and secrets at run time and keeps them for a while.
    /// https://docs.aws.amazon.com/secretsmanager/latest/userguide/retrieving-secrets_lambda.html
    var isSecretsExtension: Bool { name.hasPrefix("AWS-Parameters-and-Secrets-Lambda-Extension") }

    /// What the screen says of it.
    var words: String {
        if isSecretsExtension {
            return "\(name): fetches parameters and secrets at run time and keeps them up to 300 s"
        }
        return account.map { "\(name)  of \($0)" } ?? name
    }
}
