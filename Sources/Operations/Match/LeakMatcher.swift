import SensitiveMemory
import StrictJSON

/// Says whether a value is, holds or is held by the leaked text. Keeps nothing of what it looks at.
public struct LeakMatcher: Sendable {
    /// A hit: the form, and for a field of a JSON value the way to it (RFC 6901).
    public struct Hit: Equatable, Sendable {
        public let form: MatchForm
        public let pointer: String?
    }

    /// The least that must stand inside of something longer to be believed.
    static let leastEmbedded = 8

    private let leak: LeakedText

    public init(_ leak: LeakedText) { self.leak = leak }

    /// nil if the value has nothing to do with the leak.
    public func hit(_ value: UnsafeRawBufferPointer) -> Hit? {
        let value = LeakedText.trimmed(value)
        guard value.count >= 1 else { return nil }
        if let form = equal(value) { return Hit(form: form, pointer: nil) }
        if let field = field(value) { return field }
        if let form = decoded(value) { return Hit(form: form, pointer: nil) }
        if contains(value) || samePEM(value) { return Hit(form: .embedded, pointer: nil) }
        return nil
    }

    private func equal(_ value: UnsafeRawBufferPointer) -> MatchForm? {
        leak.candidates.first { $0.bytes.withUnsafeBytes { $0.elementsEqual(value) } }?.form
    }

    /// A field of a JSON value that is a part of the leak.
    private func field(_ value: UnsafeRawBufferPointer) -> Hit? {
        guard value.first == UInt8(ascii: "{") || value.first == UInt8(ascii: "[") else { return nil }
        let root: JSONNode
        do { root = try JSONDocument(copying: value).root } catch { return nil }
        for leaf in JSONLeaves.of(root) {
            let isHit = leaf.node.withDecodedBytes { bytes in
                equal(bytes) != nil || contains(bytes) || decoded(bytes) != nil || samePEM(bytes)
            }
            if isHit == true { return Hit(form: .json, pointer: JSONPointer(tokens: leaf.path).description) }
        }
        return nil
    }

    private func decoded(_ value: UnsafeRawBufferPointer) -> MatchForm? {
        let decoded: SecretBytes?
        do { decoded = try Base64Text.decoded(value) } catch { return nil }
        guard let decoded else { return nil }
        defer { decoded.wipe() }
        return decoded.withUnsafeBytes { bytes in
            let trimmed = LeakedText.trimmed(bytes)
            return equal(trimmed) != nil || contains(trimmed) ? .base64 : nil
        }
    }

    private func contains(_ value: UnsafeRawBufferPointer) -> Bool {
        leak.candidates.contains { candidate in
            candidate.bytes.withUnsafeBytes { part in
                part.count >= Self.leastEmbedded && ByteText.place(of: part, in: value) != nil
            }
        }
    }

    /// The same PEM block, whatever its line ends became on the way: `\n` in a variable, CR LF in a mail.
    private func samePEM(_ value: UnsafeRawBufferPointer) -> Bool {
        guard Self.isPEM(value) else { return false }
        return leak.candidates.contains { candidate in
            candidate.bytes.withUnsafeBytes { part in
                Self.isPEM(part)
                    && Self.withoutLineEnds(part) { one in
                        Self.withoutLineEnds(value) { two in one.elementsEqual(two) }
                    }
            }
        }
    }

    private static func isPEM(_ bytes: UnsafeRawBufferPointer) -> Bool { bytes.starts(with: Array("-----BEGIN ".utf8)) }

    /// Without spaces, line ends, and `\n` and `\r` that are written out; in memory that is wiped behind it.
    private static func withoutLineEnds(
        _ bytes: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) -> Bool
    ) -> Bool {
        let buffer = WipedBuffer(capacity: bytes.count)
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            if byte == UInt8(ascii: "\\"), place + 1 < bytes.count,
                bytes[place + 1] == UInt8(ascii: "n") || bytes[place + 1] == UInt8(ascii: "r")
            {
                place += 2
            } else {
                if !LeakedText.isSpace(byte) { withUnsafeBytes(of: byte) { buffer.append($0) } }
                place += 1
            }
        }
        return buffer.withUnsafeBytes(body)
    }
}
