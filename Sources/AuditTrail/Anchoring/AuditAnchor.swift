import FoundationEssentials
import SensitiveMemory
import StrictJSON

/// A signature of somebody else over how far a trail had come: who rewrites the trail would need their key too.
///
/// One line of JSON in `audit.anchors.jsonl`, and wherever copies are kept. See docs/audit.md.
public struct AuditAnchor: Equatable, Sendable {
    static let format = 1

    /// When it was signed, by this machine's clock: RFC 3339, UTC.
    public let time: String
    /// How many records there were.
    public let count: Int
    /// The hash of the last of them.
    public let hash: String
    /// The ARN of the KMS key that signed.
    public let keyARN: String
    public let algorithm: SignatureAlgorithm
    public let signature: [UInt8]

    public init(
        time: String, count: Int, hash: String, keyARN: String, algorithm: SignatureAlgorithm, signature: [UInt8]
    ) {
        self.time = time
        self.count = count
        self.hash = hash
        self.keyARN = keyARN
        self.algorithm = algorithm
        self.signature = signature
    }

    /// What is signed: a text of four lines.
    public static func message(time: String, count: Int, hash: String) -> [UInt8] {
        Array("curtain audit anchor \(format)\ntime \(time)\ncount \(count)\nhash \(hash)\n".utf8)
    }

    /// Whether the signature is that key's. Throws if the key is of another kind.
    public func isSigned(by key: VerifyingKey) throws(CipherError) -> Bool {
        try key.verifies(signature, of: Self.message(time: time, count: count, hash: hash), by: algorithm)
    }

    /// The present as an anchor writes it.
    public static func time(of date: Date) -> String { AuditTime.text(AuditTime.milliseconds(date)) }
}

extension AuditAnchor {
    /// One line without its newline.
    public var line: String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("format", Self.format)
            writer.member("time", time)
            writer.member("count", count)
            writer.member("hash", hash)
            writer.member("keyArn", keyARN)
            writer.member("algorithm", algorithm.rawValue)
            writer.member("signature", Data(signature).base64EncodedString())
        }
        return writer.text
    }

    /// - Parameter place: file and line, for the words of what is thrown.
    public init(line: String, place: String) throws(AuditError) {
        let root: JSONNode
        do throws(JSONError) {
            root = try JSONDocument(line).root
        } catch {
            throw .unknownAnchor("\(place): no JSON")
        }
        guard root["format"]?.int == Self.format else { throw .unknownAnchor("\(place): no anchor of format 1") }
        guard let time = root["time"]?.string, let count = root["count"]?.int, count > 0,
            let hash = root["hash"]?.string, hash.utf8.count == 64, let key = root["keyArn"]?.string,
            let name = root["algorithm"]?.string, let algorithm = SignatureAlgorithm(rawValue: name),
            let signature = root["signature"]?.string.flatMap({ Data(base64Encoded: $0) })
        else { throw .unknownAnchor("\(place): time, count, hash, keyArn, algorithm or signature is missing or wrong") }
        self.init(
            time: time, count: count, hash: hash, keyARN: key, algorithm: algorithm, signature: Array(signature))
    }
}
