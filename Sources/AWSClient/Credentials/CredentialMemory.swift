import SensitiveMemory
import StrictJSON

/// Secrets of the sources, put together and read in locked memory.
enum CredentialMemory {
    static let exhausted = SourceContext.failure(
        .noCredentials, "NoLockedMemory", "no locked memory left for credentials")

    /// What `buffer` holds, in locked memory.
    static func secret(_ buffer: WipedBuffer) throws(AWSError) -> SecretBytes {
        do {
            return try buffer.withUnsafeBytes { try SecretBytes(copying: $0) }
        } catch {
            throw exhausted
        }
    }

    /// A string of a document; nil if there is none.
    static func secret(_ node: JSONNode?) throws(AWSError) -> SecretBytes? {
        do {
            return try node?.secretBytes()
        } catch {
            throw exhausted
        }
    }

    /// Without white space at its ends.
    static func trimmed(_ buffer: WipedBuffer) throws(AWSError) -> SecretBytes {
        do {
            return try buffer.withUnsafeBytes { bytes in
                let isSpace = { (byte: UInt8) in byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
                guard let first = bytes.firstIndex(where: { !isSpace($0) }),
                    let last = bytes.lastIndex(where: { !isSpace($0) })
                else { return try SecretBytes(copying: UnsafeRawBufferPointer(start: nil, count: 0)) }
                return try SecretBytes(copying: UnsafeRawBufferPointer(rebasing: bytes[first...last]))
            }
        } catch {
            throw exhausted
        }
    }
}
