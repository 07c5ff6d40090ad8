import ForeignText
import Inventory
import SensitiveMemory
import StrictJSON

extension ValueShape {
    /// What the value is, from its bytes alone.
    ///
    /// - Parameter isBinary: whether its store says that it is binary; bytes that are no UTF-8 are binary anyway.
    public init(of value: SecretBytes, isBinary: Bool = false) {
        self = value.withUnsafeBytes { bytes in
            if isBinary || !ValueShape.isText(bytes) { return .binary }
            if let fields = ValueShape.fields(of: bytes) { return .json(fields) }
            if let label = ValueShape.armour(of: bytes) { return .pem(label: label) }
            return .text
        }
    }

    /// UTF-8 without NUL. A NUL in a text draws as nothing, so it is shown as bytes.
    private static func isText(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard !bytes.contains(0) else { return false }
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        while true {
            switch decoder.decode(&iterator) {
            case .scalarValue: continue
            case .emptyInput: return true
            case .error: return false
            }
        }
    }

    /// The fields of a JSON object with at least one member; nil for anything else.
    private static func fields(of bytes: UnsafeRawBufferPointer) -> [ValueField]? {
        guard bytes.first(where: { !isSpace($0) }) == UInt8(ascii: "{") else { return nil }
        do throws(JSONError) {
            let root = try JSONDocument(copying: bytes).root
            guard root.kind == .object else { return nil }
            let fields = FieldWalk(root).fields
            return fields.isEmpty ? nil : fields
        } catch {
            return nil  // Not JSON: a text that begins with a brace.
        }
    }

    /// The label of the `-----BEGIN …-----` line that the value begins with.
    private static func armour(of bytes: UnsafeRawBufferPointer) -> String? {
        let opening = Array("-----BEGIN ".utf8)
        let closing = Array("-----".utf8)
        let body = bytes.drop { isSpace($0) }
        guard body.starts(with: opening) else { return nil }
        let line = body.dropFirst(opening.count).prefix { $0 != 0x0A && $0 != 0x0D }
        let label = line.prefix { (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "-") }
        guard label.count <= 64, line.dropFirst(label.count).starts(with: closing) else { return nil }
        return String(decoding: label, as: UTF8.self)
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }
}

/// Walks a JSON object and lists its leaves in their order.
private struct FieldWalk {
    /// More are not listed: it is a list for a person.
    static let limit = 500

    var fields: [ValueField] = []

    init(_ root: JSONNode) { walk(root, path: []) }

    private mutating func walk(_ node: JSONNode, path: [String]) {
        guard fields.count < FieldWalk.limit else { return }
        switch node.kind {
        case .object:
            if node.members.contains(where: { _ in true }) {
                for (key, value) in node.members { walk(value, path: path + [key.string ?? ""]) }
                return
            }
        case .array:
            if node.elements.contains(where: { _ in true }) {
                for (index, element) in node.elements.enumerated() { walk(element, path: path + [String(index)]) }
                return
            }
        case .string, .number, .bool, .null: break
        }
        guard !path.isEmpty else { return }
        let size = SizeClass(byteCount: node.withDecodedBytes(\.count) ?? node.rawByteCount)
        fields.append(
            ValueField(
                pointer: JSONPointer(tokens: path).description,
                name: ForeignText.visible(path.joined(separator: "/")), size: size))
    }
}
