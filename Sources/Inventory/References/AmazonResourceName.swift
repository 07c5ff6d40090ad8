/// An ARN taken apart: `arn:partition:service:region:account:resource`.
public struct AmazonResourceName: Hashable, Sendable {
    public let partition: String
    public let service: String
    /// Empty for global services.
    public let region: String
    public let account: String
    /// All behind the fifth colon: `secret:prod/db-AbCdEf`, `parameter/prod/db`.
    public let resource: String

    /// nil if the text has not the six parts of an ARN.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0] == "arn", !parts[1].isEmpty, !parts[2].isEmpty, !parts[5].isEmpty else {
            return nil
        }
        partition = String(parts[1])
        service = String(parts[2])
        region = String(parts[3])
        account = String(parts[4])
        resource = String(parts[5])
    }

    /// What follows a prefix of the resource, such as `secret:`; nil if it is another kind of resource.
    public func resource(after prefix: String) -> String? {
        guard resource.hasPrefix(prefix), resource.count > prefix.count else { return nil }
        return String(resource.dropFirst(prefix.count))
    }

    /// The name of a secret: its resource without `secret:` and without the hyphen and six random characters
    /// that Secrets Manager adds. The name itself if they are missing (a partial ARN).
    public var secretName: String? {
        guard service == "secretsmanager", let name = resource(after: "secret:") else { return nil }
        return Self.withoutRandomSuffix(name) ?? name
    }

    /// A parameter's name: `/a/b` for `parameter/a/b`, `a` for `parameter/a`. (The ARN of `a` and of `/a` is the
    /// same; a name with one level is taken to have no slash in front.)
    public var parameterName: String? {
        guard service == "ssm", let rest = resource(after: "parameter/") else { return nil }
        return rest.contains("/") ? "/" + rest : rest
    }

    /// A function's name and, if the ARN has one, its version or alias.
    public var function: (name: String, qualifier: String?)? {
        guard service == "lambda", let rest = resource(after: "function:") else { return nil }
        let parts = rest.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard !parts[0].isEmpty else { return nil }
        return (parts[0], parts.count == 2 ? parts[1] : nil)
    }

    /// `alias/NAME` or a key's id.
    public var keyID: String? {
        guard service == "kms" else { return nil }
        return resource.hasPrefix("alias/") ? resource : resource(after: "key/")
    }

    /// The name without a hyphen and six letters or digits at its end; nil if it does not end so.
    static func withoutRandomSuffix(_ name: String) -> String? {
        let bytes = Array(name.utf8)
        guard bytes.count > 7, bytes[bytes.count - 7] == UInt8(ascii: "-"),
            bytes.suffix(6).allSatisfy({ byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            })
        else { return nil }
        return String(decoding: bytes.dropLast(7), as: UTF8.self)
    }
}
