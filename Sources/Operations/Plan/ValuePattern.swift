/// How a generated value looks, place by place: `sk_live_[A-Za-z0-9]{32}`, `\d{12}`.
///
/// Characters stand for themselves. `[…]` is one of a class, with ranges; `\d` a digit, `\w` a letter, digit or underscore;
/// a backslash takes the meaning from what follows. `{N}` repeats what is before it.
public struct ValuePattern: Hashable, Sendable {
    public let text: String
    /// The characters that each place may have.
    let places: [[UInt8]]

    /// Why a text is no pattern.
    public struct Invalid: Error, Equatable, Sendable, CustomStringConvertible {
        public let description: String
    }

    public init(_ text: String) throws(Invalid) {
        var places: [[UInt8]] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "["): places.append(try Self.members(&rest))
            case UInt8(ascii: "{"):
                guard let end = rest.firstIndex(of: UInt8(ascii: "}")),
                    let count = Int(String(decoding: rest[..<end], as: UTF8.self)), count > 0, let last = places.last
                else { throw Invalid(description: "{…} needs a number from 1 and something before it") }
                rest = rest[(end + 1)...]
                guard count <= GeneratedValue.lengths.upperBound - places.count else { throw Self.length }
                places += Array(repeating: last, count: count - 1)
            case UInt8(ascii: "\\"): places.append(try Self.escaped(&rest))
            case 0x20...0x7E: places.append([byte])
            default: throw Invalid(description: "only printable ASCII can stand in a pattern")
            }
        }
        guard GeneratedValue.lengths.contains(places.count) else { throw Self.length }
        guard places.contains(where: { $0.count > 1 }) else {
            throw Invalid(description: "nothing in it is left to chance")
        }
        self.text = text
        self.places = places
    }

    private static let length = Invalid(
        description: "it makes a value outside of \(GeneratedValue.lengths.lowerBound) to "
            + "\(GeneratedValue.lengths.upperBound) characters")

    private static func members(_ rest: inout ArraySlice<UInt8>) throws(Invalid) -> [UInt8] {
        var members: Set<UInt8> = []
        while let byte = rest.popFirst(), byte != UInt8(ascii: "]") {
            var found = byte == UInt8(ascii: "\\") ? try escaped(&rest) : [byte]
            if found.count == 1, rest.first == UInt8(ascii: "-"), rest.count > 1,
                rest[rest.startIndex + 1] != UInt8(ascii: "]")
            {
                rest = rest.dropFirst()
                guard let end = rest.popFirst(), end >= found[0] else {
                    throw Invalid(description: "a range ends before it begins")
                }
                found = Array(found[0]...end)
            }
            members.formUnion(found)
            if rest.isEmpty { throw Invalid(description: "a [ is not closed") }
        }
        guard !members.isEmpty, members.allSatisfy({ (0x20...0x7E).contains($0) }) else {
            throw Invalid(description: "a class is empty, or has what is no printable ASCII")
        }
        return members.sorted()
    }

    private static func escaped(_ rest: inout ArraySlice<UInt8>) throws(Invalid) -> [UInt8] {
        switch rest.popFirst() {
        case UInt8(ascii: "d"): Array(UInt8(ascii: "0")...UInt8(ascii: "9"))
        case UInt8(ascii: "w"):
            [UInt8](0x30...0x39) + [UInt8](0x41...0x5A) + [UInt8(ascii: "_")] + [UInt8](0x61...0x7A)
        case let byte?: [byte]
        case nil: throw Invalid(description: "nothing follows a backslash")
        }
    }
}
