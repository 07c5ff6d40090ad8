import AWSClient
import SensitiveMemory
import StrictJSON

extension Answer {
    /// A string that is a value, straight into locked memory; or why there was no room for it.
    func requiredValue(_ name: String) throws(AWSError) -> Result<SecretBytes, any Error> {
        guard let value = value(name) else { throw malformed("has no \(field(name))") }
        return value
    }

    func value(_ name: String) -> Result<SecretBytes, any Error>? {
        guard let node = node[name], node.kind == .string else { return nil }
        return Result { try node.secretText() }
    }

    /// A blob that is a value: its base64 decoded straight into locked memory.
    func binaryValue(_ name: String) throws(AWSError) -> Result<SecretBytes, any Error>? {
        guard let node = node[name], node.kind == .string else { return nil }
        let outcome = node.withDecodedBytes { encoded in
            Base64Decoding.decodedCount(encoded).map { count in
                Result { try SecretBytes(capacity: count) { Base64Decoding.decode(encoded, into: $0) } }
            }
        }
        guard let value = outcome ?? nil else { throw malformed("has a \(field(name)) that is not base64") }
        return value
    }
}
