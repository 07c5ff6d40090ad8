import StateFiles

/// The anchors that were made on this machine, a line each, beside the trail.
public enum AnchorFile {
    public static let name = "audit.anchors.jsonl"
    private static let limit = 16 << 20

    /// None if there is no file.
    public static func read(in folder: StateFolder) throws(AuditError) -> [AuditAnchor] {
        try anchors(bytes(in: folder), path: name)
    }

    /// The anchors of a file's text.
    public static func anchors(_ bytes: [UInt8], path: String) throws(AuditError) -> [AuditAnchor] {
        var anchors: [AuditAnchor] = []
        for (index, line) in bytes.split(separator: UInt8(ascii: "\n")).enumerated() {
            anchors.append(
                try AuditAnchor(line: String(decoding: line, as: UTF8.self), place: "\(path), line \(index + 1)"))
        }
        return anchors
    }

    /// Adds one, atomically.
    public static func append(_ anchor: AuditAnchor, in folder: StateFolder) throws(AuditError) {
        do throws(StateFilesError) {
            let lock = try folder.lock(AuditTrail.lockName)
            defer { withExtendedLifetime(lock) {} }
            let old = try folder.contents(of: name, limit: limit) ?? []
            try folder.replace(name, with: old + Array((anchor.line + "\n").utf8))
        } catch {
            throw .files(error)
        }
    }

    private static func bytes(in folder: StateFolder) throws(AuditError) -> [UInt8] {
        do throws(StateFilesError) { return try folder.contents(of: name, limit: limit) ?? [] } catch {
            throw .files(error)
        }
    }
}
