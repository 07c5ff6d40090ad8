import FoundationEssentials
import StrictJSON

extension JSONWriter {
    /// A blob as the JSON protocols send it: base64.
    mutating func blob(_ name: String, _ bytes: [UInt8]) { member(name, Data(bytes).base64EncodedString()) }

    /// An encryption context, its names in the order of their bytes; nothing if it is empty.
    mutating func encryptionContext(_ name: String, _ context: [String: String]) {
        guard !context.isEmpty else { return }
        key(name)
        object { members in
            for (name, value) in context.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
                members.member(name, value)
            }
        }
    }
}
