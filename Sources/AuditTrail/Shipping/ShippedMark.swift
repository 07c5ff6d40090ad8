import StateFiles

/// How far the trail has been shipped: `audit.shipped`, in the form of the head.
struct ShippedMark {
    static let fileName = "audit.shipped"
    static let lockName = "audit.ship.lock"

    /// Nothing yet.
    static let start = AuditHead(count: 0, hash: AuditLine.zeros)

    static func read(in folder: StateFolder) throws(AuditError) -> AuditHead {
        do throws(StateFilesError) {
            guard let bytes = try folder.contents(of: fileName, limit: 4096) else { return start }
            return try Result { () throws(AuditError) in try AuditHead(bytes) }
                .mapError { StateFilesError("read", folder.path(of: fileName), .malformed("\($0)")) }.get()
        } catch {
            throw AuditError.files(error)
        }
    }

    static func write(_ mark: AuditHead, in folder: StateFolder) throws(AuditError) {
        do throws(StateFilesError) { try folder.replace(fileName, with: mark.bytes) } catch {
            throw AuditError.files(error)
        }
    }
}
