import StrictJSON

/// A function's environment with each value replaced by what a reader made of it.
public struct EnvironmentAnswer<Variable: Sendable>: Sendable {
    /// In the order of the names.
    public let variables: [Variable]
    /// The bytes that AWS holds against the 4,096: the map as compact JSON, which is what the refusal measures.
    public let byteCount: Int
    /// Why AWS could not read the variables; the code and AWS's words.
    public let error: String?

    init(_ answer: Answer?, read: EnvironmentReader<Variable>) {
        var found: [(name: String, variable: Variable)] = []
        var bytes = 0
        if let members = answer?.node["Variables"]?.members {
            for (key, value) in members {
                guard let name = key.string else { continue }
                // The quotes, the colon and the comma or brace.
                bytes += 6 + (key.withDecodedBytes(Self.jsonLength) ?? 0)
                if let variable = value.withDecodedBytes({ read(name, $0) }) { found.append((name, variable)) }
                bytes += value.withDecodedBytes(Self.jsonLength) ?? 0
            }
        }
        variables = found.sorted { $0.name < $1.name }.map(\.variable)
        byteCount = bytes == 0 ? 0 : bytes + 1
        error = answer?.object("Error").map { error in
            [error.string("ErrorCode"), error.string("Message")].compactMap(\.self).joined(separator: ": ")
        }
    }

    /// The length of the bytes between the quotes of a JSON string.
    static func jsonLength(_ bytes: UnsafeRawBufferPointer) -> Int {
        bytes.reduce(0) { sum, byte in
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x08, 0x09, 0x0A, 0x0C, 0x0D: sum + 2
            case 0..<0x20: sum + 6
            default: sum + 1
            }
        }
    }
}
