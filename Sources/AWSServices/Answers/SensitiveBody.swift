import SensitiveMemory
import StrictJSON

/// Writes a request's JSON that has values in it, into a buffer that is wiped; what is sent is locked memory.
final class SensitiveBody {
    private let buffer = WipedBuffer(capacity: 4096)

    /// JSON that is written as it is; it holds no value.
    func put(_ json: String) {
        var json = json
        json.withUTF8 { buffer.append(UnsafeRawBufferPointer($0)) }
    }

    /// A JSON string.
    func string(_ text: String) {
        var text = text
        text.withUTF8 { escaped(UnsafeRawBufferPointer($0)) }
    }

    /// A JSON string from a value.
    func string(_ value: SecretBytes) { value.withUnsafeBytes { escaped($0) } }

    /// A JSON string with a value's base64 (RFC 4648, section 4).
    func base64(_ value: SecretBytes) {
        put("\"")
        value.withUnsafeBytes { bytes in
            var place = 0
            while place < bytes.count {
                let group = bytes[place..<min(place + 3, bytes.count)]
                let bits = (0..<3).reduce(UInt32(0)) { bits, offset in
                    bits << 8 | UInt32(offset < group.count ? group[group.startIndex + offset] : 0)
                }
                for digit in 0..<4 {
                    byte(digit <= group.count ? Self.alphabet[Int(bits >> UInt32(18 - 6 * digit) & 63)] : 0x3D)
                }
                place += 3
            }
        }
        put("\"")
    }

    /// What was written, in locked memory; throws what `SecretBytes` throws.
    func finished() throws -> SecretBytes {
        defer { buffer.wipe() }
        return try buffer.withUnsafeBytes { try SecretBytes(copying: $0) }
    }

    private func escaped(_ bytes: UnsafeRawBufferPointer) {
        put("\"")
        for byte in bytes { JSONWriter.escape(byte) { self.byte($0) } }
        put("\"")
    }

    private func byte(_ byte: UInt8) { withUnsafeBytes(of: byte) { buffer.append($0) } }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
}
