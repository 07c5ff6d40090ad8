import SensitiveMemory
import StrictJSON

/// An entry in its chain: the line as it stands in the file, and what the chain adds to the entry.
///
/// `hash` is the SHA-256 of the line's object without its `hash` member, `prev` that of the line before (64 zeros on the
/// first): `jq -cj 'del(.hash)' | sha256sum` checks a line.
public struct TimelineLine: Equatable, Sendable {
    static let zeros = String(repeating: "0", count: 64)
    /// `,"hash":"…"}`
    private static let tailLength = 75

    public let entry: TimelineEntry
    /// From 1 in each chain.
    public let sequence: Int
    /// Whose chain it is: 16 hexadecimal digits, one chain an installation and incident.
    public let chain: String
    public let incident: String
    public let previous: String
    public let hash: String
    /// The whole line, without its newline.
    public let bytes: [UInt8]

    /// What people call it: `n-3fa2`, the first digits of its hash.
    public var shortID: String { "n-" + hash.prefix(6) }

    init(_ entry: TimelineEntry, sequence: Int, chain: String, incident: String, previous: String) {
        var writer = JSONWriter()
        writer.object { line in
            line.member("seq", sequence)
            entry.write(to: &line)
            line.member("incident", incident)
            line.member("chain", chain)
            line.member("prev", previous)
        }
        let hash = Self.hex(SHA256.digest(writer.bytes))
        self.entry = entry
        self.sequence = sequence
        self.chain = chain
        self.incident = incident
        self.previous = previous
        self.hash = hash
        bytes = writer.bytes.dropLast() + Array(",\"hash\":\"\(hash)\"}".utf8)
    }

    /// A line of a file; nil if it is none, or if its hash is not its own.
    init?(parsing bytes: [UInt8]) {
        let document: JSONDocument
        do throws(JSONError) { document = try JSONDocument(copying: bytes) } catch { return nil }
        let root = document.root
        guard bytes.count > Self.tailLength, let sequence = root["seq"]?.int, let chain = root["chain"]?.string,
            let incident = root["incident"]?.string, let previous = root["prev"]?.string,
            let hash = root["hash"]?.string, let entry = TimelineEntry(root)
        else { return nil }
        let body = Array(bytes.dropLast(Self.tailLength)) + [UInt8(ascii: "}")]
        guard Self.hex(SHA256.digest(body)) == hash, bytes.suffix(Self.tailLength) == Self.tail(hash)[...] else {
            return nil
        }
        self.entry = entry
        self.sequence = sequence
        self.chain = chain
        self.incident = incident
        self.previous = previous
        self.hash = hash
        self.bytes = bytes
    }

    private static func tail(_ hash: String) -> [UInt8] { Array(",\"hash\":\"\(hash)\"}".utf8) }

    static func hex(_ digest: [UInt8]) -> String {
        digest.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }
}
