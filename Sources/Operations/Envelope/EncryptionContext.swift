/// What KMS binds to an encrypted data key: names and values that must be told again to decrypt it. They are no
/// secret: they stand in the envelope and in every CloudTrail event in the clear.
/// https://docs.aws.amazon.com/kms/latest/developerguide/encrypt_context.html
public struct EncryptionContext: Equatable, Sendable {
    /// The most that the names and values may take together, in bytes.
    static let limit = 8192

    public let pairs: [String: String]

    /// Throws `usage` if KMS or the AWS Encryption SDK would not take it.
    public init(_ pairs: [String: String]) throws(OperationFailure) {
        for name in pairs.keys {
            guard !name.isEmpty else { throw OperationFailure(.usage, "a name of the encryption context is empty") }
            guard !name.hasPrefix("aws-crypto-") else {
                throw OperationFailure(
                    .usage,
                    "names of the encryption context that begin with aws-crypto- are the AWS Encryption SDK's own")
            }
        }
        guard pairs.reduce(0, { $0 + $1.key.utf8.count + $1.value.utf8.count }) <= Self.limit else {
            throw OperationFailure(.usage, "the encryption context is larger than \(Self.limit) bytes")
        }
        self.pairs = pairs
    }

    /// In the order of the names' bytes, as the AWS Encryption SDK writes them.
    var sorted: [(name: String, value: String)] {
        pairs.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { ($0.key, $0.value) }
    }
}
