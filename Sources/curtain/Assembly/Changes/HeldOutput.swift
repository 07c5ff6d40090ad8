import ForeignText
import Glibc
import SensitiveMemory

/// What a program has written, searched for the values that it was given before a word of it is shown or kept.
struct HeldOutput {
    /// The last line that is not empty, cleaned and at most 200 characters; a notice where the output holds a value.
    let lastLine: String

    init(_ output: WipedBuffer, values: [SecretBytes]) {
        defer { output.wipe() }
        lastLine = output.withUnsafeBytes { bytes in
            for value in values where Self.holds(bytes, value) { return "(it wrote a value, which is not shown)" }
            let lines = bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
            guard let line = lines.last(where: { !$0.allSatisfy { $0 == 0x20 } }) else { return "" }
            return String(ForeignText.visible(String(decoding: line.prefix(400), as: UTF8.self)).prefix(200))
        }
    }

    /// Whether the value occurs, as it is or in base64, or one of the fields of a JSON value does.
    private static func holds(_ bytes: UnsafeRawBufferPointer, _ value: SecretBytes) -> Bool {
        value.withUnsafeBytes { secret in
            let parts = [secret[...]] + secret.split(separator: UInt8(ascii: "\""))
            return parts.contains { part in
                part.count >= 6
                    && (contains(bytes, Array(part))
                        || contains(bytes, Array(Self.base64(part).dropLast(4))))
            }
        }
    }

    /// The corresponding C functions are memchr and memcmp.
    private static func contains(_ bytes: UnsafeRawBufferPointer, _ needle: [UInt8]) -> Bool {
        guard needle.count >= 6, let start = bytes.baseAddress else { return false }
        var place = 0
        while place + needle.count <= bytes.count {
            let rest = bytes.count - needle.count + 1 - place
            guard let found = memchr(start + place, Int32(needle[0]), rest) else { return false }
            if memcmp(found, needle, needle.count) == 0 { return true }
            place = UnsafeRawPointer(found) - start + 1
        }
        return false
    }

    private static func base64(_ bytes: Slice<UnsafeRawBufferPointer>) -> [UInt8] {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var result: [UInt8] = []
        var bits: UInt32 = 0
        var held: UInt32 = 0
        for byte in bytes {
            bits = bits << 8 | UInt32(byte)
            held += 8
            while held >= 6 {
                held -= 6
                result.append(alphabet[Int(bits >> held & 63)])
            }
        }
        return result
    }
}
