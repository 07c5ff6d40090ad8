/// Writes JSON on one line, members in the order they are added. For records, rows and requests.
///
/// Slashes are not escaped; control characters, quotes and backslashes are, and nothing else, so that
/// equal contents give equal bytes.
public struct JSONWriter: Sendable {
    /// The UTF-8 written so far.
    public private(set) var bytes: [UInt8] = []
    private var needsComma = false

    public init() {}

    public mutating func object(_ members: (inout JSONWriter) throws -> Void) rethrows {
        try nested("{", "}", members)
    }

    public mutating func array(_ elements: (inout JSONWriter) throws -> Void) rethrows {
        try nested("[", "]", elements)
    }

    /// A member's name; exactly one value must follow.
    public mutating func key(_ name: String) {
        comma()
        quoted(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    public mutating func string(_ text: String) { scalar { $0.quoted(text) } }
    public mutating func int(_ number: Int) { scalar { $0.raw(String(number)) } }
    public mutating func double(_ number: Double) {
        precondition(number.isFinite, "JSON has no infinities")
        scalar { $0.raw(number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)) }
    }
    public mutating func bool(_ value: Bool) { scalar { $0.raw(value ? "true" : "false") } }
    public mutating func null() { scalar { $0.raw("null") } }

    /// A value that is JSON already.
    public mutating func raw(_ json: [UInt8]) { scalar { $0.bytes.append(contentsOf: json) } }

    public mutating func member(_ name: String, _ text: String?) {
        key(name)
        if let text { string(text) } else { null() }
    }

    public mutating func member(_ name: String, _ number: Int?) {
        key(name)
        if let number { int(number) } else { null() }
    }

    public mutating func member(_ name: String, _ flag: Bool?) {
        key(name)
        if let flag { bool(flag) } else { null() }
    }

    /// What was written, as text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    private mutating func nested(
        _ opening: StaticString, _ closing: StaticString, _ body: (inout JSONWriter) throws -> Void
    ) rethrows {
        comma()
        bytes.append(opening.utf8Start.pointee)
        needsComma = false
        try body(&self)
        bytes.append(closing.utf8Start.pointee)
        needsComma = true
    }

    private mutating func scalar(_ write: (inout JSONWriter) -> Void) {
        comma()
        write(&self)
        needsComma = true
    }

    private mutating func comma() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = false
    }

    private mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private mutating func quoted(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 { JSONWriter.escape(byte, into: &bytes) }
        bytes.append(UInt8(ascii: "\""))
    }

    static func escape(_ byte: UInt8, into bytes: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "\""): bytes.append(contentsOf: [0x5C, 0x22])
        case UInt8(ascii: "\\"): bytes.append(contentsOf: [0x5C, 0x5C])
        case 0x0A: bytes.append(contentsOf: [0x5C, UInt8(ascii: "n")])
        case 0x0D: bytes.append(contentsOf: [0x5C, UInt8(ascii: "r")])
        case 0x09: bytes.append(contentsOf: [0x5C, UInt8(ascii: "t")])
        case 0..<0x20:
            let digits = Array("0123456789abcdef".utf8)
            bytes.append(contentsOf: Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]])
        default: bytes.append(byte)
        }
    }
}
