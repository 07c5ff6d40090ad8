/// Questions about single bytes of texts that may be values.
enum ByteText {
    /// The digit that a hexadecimal character stands for.
    static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46, 0x61...0x66: (byte | 0x20) - 0x61 + 10
        default: nil
        }
    }

    /// Whether the byte may stand in the name of a variable or field.
    static func isName(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || "_-. ".utf8.contains(byte)
    }

    /// Whether a field's name says that it is secret.
    static func namesSecret(_ name: String) -> Bool {
        let name = name.lowercased()
        return ["pass", "pwd", "secret", "token", "key", "pin", "credential", "auth"].contains { name.contains($0) }
    }

    /// Where the pattern first stands in the text; nil if nowhere.
    static func place(of pattern: UnsafeRawBufferPointer, in text: UnsafeRawBufferPointer) -> Int? {
        guard let first = pattern.first, text.count >= pattern.count else { return nil }
        for place in 0...(text.count - pattern.count) where text[place] == first {
            if pattern.indices.allSatisfy({ text[place + $0] == pattern[$0] }) { return place }
        }
        return nil
    }
}
