import AWSClient
import FoundationEssentials
import SensitiveMemory

extension Answer {
    /// A blob that is no value, such as a ciphertext: its base64 decoded.
    func requiredBlob(_ name: String) throws(AWSError) -> [UInt8] {
        guard let bytes = Data(base64Encoded: try required(name)) else {
            throw malformed("has a \(field(name)) that is not base64")
        }
        return Array(bytes)
    }

    /// A blob that is a value and that the API reference always gives, straight into locked memory.
    func requiredBinaryValue(_ name: String) throws(AWSError) -> Result<SecretBytes, any Error> {
        guard let value = try binaryValue(name) else { throw malformed("has no \(field(name))") }
        return value
    }
}
