import AWSClient
import SensitiveMemory
import StrictJSON

/// A request as the fake account reads it.
struct FakeRequest: Sendable {
    /// `lambda:UpdateAlias`, `secretsmanager:PutSecretValue`.
    let operation: String
    let changes: Bool
    let path: [String]
    let query: [String: String]
    let body: JSONNode?
    /// The members of a query protocol's form.
    let form: [String: String]

    init(_ request: HTTPRequest) {
        let parts = request.target.split(separator: "?", maxSplits: 1).map(String.init)
        path = parts[0].split(separator: "/").map { Self.decoded(String($0)) }
        query = Self.pairs(parts.count > 1 ? parts[1] : "")
        let text: String =
            switch request.body {
            case .empty: ""
            case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
            case .secret(let secret): secret.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
            }
        form = text.hasPrefix("Action=") ? Self.pairs(text) : [:]
        switch request.body {
        case .empty: body = nil
        case .bytes(let bytes): body = try? bytes.withUnsafeBytes { try JSONDocument(copying: $0) }.root
        case .secret(let secret): body = try? secret.withUnsafeBytes { try JSONDocument(copying: $0) }.root
        }
        let target = request.headers.first { $0.name == "X-Amz-Target" }.flatMap { header -> String? in
            if case .text(let text) = header.value { text } else { nil }
        }
        if let action = form["Action"] {
            operation = (form["Version"] == "2010-05-08" ? "iam:" : "cloudformation:") + action
            changes = !["Get", "Describe", "List"].contains { action.hasPrefix($0) }
        } else if let target {
            let name = target.split(separator: ".").map(String.init)
            let services = ["AmazonSSM": "ssm:", "TrentService": "kms:"]
            operation = (services[name[0]] ?? "secretsmanager:") + name[1]
            let reading = ["Get", "Describe", "List", "Encrypt", "Decrypt", "ReEncrypt"]
            changes = !reading.contains { name[1].hasPrefix($0) }
        } else {
            operation = "lambda:" + Self.lambda(request.method, path)
            changes = request.method != "GET"
        }
    }

    func text(_ name: String) -> String { body?[name]?.string ?? "" }

    private static func pairs(_ text: String) -> [String: String] {
        var result: [String: String] = [:]
        for pair in text.split(separator: "&") {
            let sides = pair.split(separator: "=", maxSplits: 1).map { decoded(String($0)) }
            result[sides[0]] = sides.count > 1 ? sides[1] : ""
        }
        return result
    }

    private static func lambda(_ method: String, _ path: [String]) -> String {
        switch (method, path.count, path.dropFirst(3).first) {
        case ("GET", 3, _): "GetFunction"
        case ("DELETE", 3, _): "DeleteFunction"
        case ("PUT", 4, "configuration"): "UpdateFunctionConfiguration"
        case ("POST", 4, "versions"): "PublishVersion"
        case ("GET", 4, "versions"): "ListVersionsByFunction"
        case ("GET", 4, "aliases"): "ListAliases"
        case ("GET", 5, "aliases"): "GetAlias"
        case ("PUT", 5, "aliases"): "UpdateAlias"
        case ("GET", 4, "provisioned-concurrency"): "GetProvisionedConcurrencyConfig"
        case ("POST", 4, "invocations"): "Invoke"
        default: "Unknown \(method) \(path.joined(separator: "/"))"
        }
    }

    private static func decoded(_ text: String) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let number = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(number)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
