import StateFiles
import StrictJSON

/// What `audit.head` says: how many records there are, and the hash of the last one.
///
/// Written after the records. One line of JSON, `{"format":1,"count":12,"hash":"…"}`, with spaces behind it up to a fixed
/// size: a later head is written over it in one piece, less than a disk's sector, so that whatever happens the file has the
/// one or the other.
struct AuditHead: Equatable {
    static let fileName = "audit.head"
    static let format = 1
    /// In bytes, with the newline.
    static let size = 128

    var count: Int
    var hash: String

    var bytes: [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("format", AuditHead.format)
            writer.member("count", count)
            writer.member("hash", hash)
        }
        let spaces = max(0, AuditHead.size - 1 - writer.bytes.count)
        return writer.bytes + [UInt8](repeating: UInt8(ascii: " "), count: spaces) + [UInt8(ascii: "\n")]
    }

    init(count: Int, hash: String) {
        self.count = count
        self.hash = hash
    }

    init(_ bytes: [UInt8]) throws(AuditError) {
        let root: JSONNode
        do throws(JSONError) {
            root = try JSONDocument(String(decoding: bytes, as: UTF8.self)).root
        } catch {
            throw AuditError.unknownFormat("it is not JSON")
        }
        guard let format = root["format"]?.int else { throw AuditError.unknownFormat("it has no format number") }
        guard format == AuditHead.format else { throw AuditError.unknownFormat("it has format \(format)") }
        guard let count = root["count"]?.int, count >= 0, let hash = root["hash"]?.string, hash.utf8.count == 64
        else { throw AuditError.unknownFormat("count or hash is missing") }
        self.init(count: count, hash: hash)
    }

    /// The head of the folder's trail; nil if there is none yet.
    static func read(in folder: StateFolder) throws(AuditError) -> AuditHead? {
        let bytes: [UInt8]?
        do throws(StateFilesError) {
            bytes = try folder.contents(of: fileName, limit: 4096)
        } catch {
            throw AuditError.files(error)
        }
        return try bytes.map { bytes throws(AuditError) in try AuditHead(bytes) }
    }
}
