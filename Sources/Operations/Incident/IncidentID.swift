/// The name of an incident: a ticket's number, a codename, or one made here. It names a folder and stands on every
/// audit record, so it is one plain word.
public struct IncidentID: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    public var description: String { text }

    /// Throws `usage` unless the text is 1 to 64 letters, digits, hyphens, underscores and dots, beginning with a
    /// letter or digit.
    public init(_ text: String) throws(OperationFailure) {
        guard IncidentID.isValid(text) else {
            throw OperationFailure(
                .usage, "an incident's id is 1 to 64 letters, digits, - _ and . and begins with a letter or digit")
        }
        self.text = text
    }

    init?(folder name: String) {
        guard IncidentID.isValid(name) else { return nil }
        text = name
    }

    /// `INC-20261124-7f3a`: the day and something that two people do not choose at once.
    public static func made(day: String, random: UInt16 = .random(in: .min ... .max)) -> IncidentID {
        let digits = String(random, radix: 16)
        return IncidentID(unchecked: "INC-\(day)-" + String(repeating: "0", count: 4 - digits.count) + digits)
    }

    private init(unchecked text: String) { self.text = text }

    private static func isValid(_ text: String) -> Bool {
        func isPlain(_ byte: UInt8) -> Bool {
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        }
        guard (1...64).contains(text.utf8.count), let first = text.utf8.first, isPlain(first) else { return false }
        return text.utf8.allSatisfy { isPlain($0) || $0 == 0x2D || $0 == 0x5F || $0 == 0x2E }
    }
}
