import SensitiveMemory

/// Writes a JSON object whose members may be secrets, into memory that is wiped.
final class SecretJSON {
    private let buffer = WipedBuffer(capacity: 4096)
    private var isFirst = true

    func member(_ name: String, _ text: String) {
        begin(name)
        var text = text
        text.withUTF8 { escape(UnsafeRawBufferPointer($0)) }
        buffer.append(text: "\"")
    }

    func member(_ name: String, _ secret: SecretBytes) {
        begin(name)
        secret.withUnsafeBytes { escape($0) }
        buffer.append(text: "\"")
    }

    /// A member that is an object itself.
    func object(_ name: String, _ members: (SecretJSON) -> Void) {
        buffer.append(text: (isFirst ? "{\"" : ",\"") + name + "\":")
        isFirst = true
        members(self)
        buffer.append(text: isFirst ? "{}" : "}")
        isFirst = false
    }

    func member(_ name: String, _ texts: [String]) {
        buffer.append(text: (isFirst ? "{\"" : ",\"") + name + "\":[")
        isFirst = false
        for (number, text) in texts.enumerated() {
            var text = text
            buffer.append(text: number > 0 ? ",\"" : "\"")
            text.withUTF8 { escape(UnsafeRawBufferPointer($0)) }
            buffer.append(text: "\"")
        }
        buffer.append(text: "]")
    }

    /// The object; nothing can be added after it.
    func finished() -> WipedBuffer {
        buffer.append(text: isFirst ? "{}" : "}")
        return buffer
    }

    private func begin(_ name: String) {
        buffer.append(text: (isFirst ? "{\"" : ",\"") + name + "\":\"")
        isFirst = false
    }

    private func escape(_ bytes: UnsafeRawBufferPointer) {
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): append([UInt8(ascii: "\\"), byte])
            case 0..<0x20: buffer.append(text: "\\u00" + Hexadecimal.text([byte]))
            default: append([byte])
            }
        }
    }

    private func append(_ bytes: [UInt8]) { bytes.withUnsafeBytes { buffer.append($0) } }
}
