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
        for byte in text.utf8 { JSONWriter.escape(byte) { bytes.append($0) } }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Escapes one byte of a string, into whatever takes bytes: a value is written into locked memory.
    public static func escape(_ byte: UInt8, _ put: (UInt8) -> Void) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
            put(UInt8(ascii: "\\"))
            put(byte)
        case 0x0A: escape("n", put)
        case 0x0D: escape("r", put)
        case 0x09: escape("t", put)
        case 0..<0x20:
            escape("u", put)
            put(UInt8(ascii: "0"))
            put(UInt8(ascii: "0"))
            put(digit(byte >> 4))
            put(digit(byte & 15))
        default: put(byte)
        }
    }

    /// How many bytes `escape` makes of it.
    public static func escapedLength(_ byte: UInt8) -> Int {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x0A, 0x0D, 0x09: 2
        case 0..<0x20: 6
        default: 1
        }
    }

    private static func escape(_ letter: Unicode.Scalar, _ put: (UInt8) -> Void) {
        put(UInt8(ascii: "\\"))
        put(UInt8(ascii: letter))
    }

    private static func digit(_ number: UInt8) -> UInt8 {
        number < 10 ? UInt8(ascii: "0") + number : UInt8(ascii: "a") + number - 10
    }
}
