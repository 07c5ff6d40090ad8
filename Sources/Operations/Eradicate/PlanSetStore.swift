import StateFiles

/// The sets of plans of this installation: `sets/ID/set.json` in the state folder. How far a set has come is in the journals
/// of its plans, and nowhere else.
public struct PlanSetStore: Sendable {
    private static let file = "set.json"
    private static let lockFile = "set.lock"
    private static let patience = 1000
    private static let sizeLimit = 64 << 20

    private let folder: StateFolder

    public init(state: StateFolder) throws(OperationFailure) {
        folder = try Self.kept { () throws(StateFilesError) in try state.subfolder("sets") }
    }

    /// Puts the set on the disk, in place of what was known of it.
    public func keep(_ set: PlanSet) throws(OperationFailure) {
        try Self.kept { () throws(StateFilesError) in
            try folder.subfolder(set.id.text).replace(Self.file, with: set.json)
        }
    }

    public func ids() throws(OperationFailure) -> [PlanSetID] {
        try Self.kept { () throws(StateFilesError) in try folder.names() }.compactMap { PlanSetID($0) }
    }

    /// Throws `notFound` if there is none.
    public func set(_ id: PlanSetID) throws(OperationFailure) -> PlanSet {
        let bytes = try Self.kept { () throws(StateFilesError) -> [UInt8]? in
            guard let own = try StateFolder.existing(at: folder.path(of: id.text)) else { return nil }
            return try own.contents(of: Self.file, limit: Self.sizeLimit)
        }
        guard let bytes else {
            throw OperationFailure(.notFound, "there is no set of plans \(id) here; curtain plans lists them")
        }
        do throws(PlanFault) { return try PlanSet(json: bytes) } catch {
            throw OperationFailure(.badInput, "\(folder.path(of: id.text))/\(Self.file): \(error)")
        }
    }

    /// Takes the set for this process until the lock is let go; throws `tryAgain` if somebody runs it now.
    public func lock(_ id: PlanSetID) throws(OperationFailure) -> FolderLock {
        do throws(StateFilesError) {
            return try folder.subfolder(id.text).lock(Self.lockFile, milliseconds: Self.patience)
        } catch {
            if error.reason == .busy {
                throw OperationFailure(.tryAgain, "another process runs \(id) at this moment")
            }
            throw OperationFailure(files: error)
        }
    }

    private static func kept<Value>(
        _ body: () throws(StateFilesError) -> Value
    ) throws(OperationFailure) -> Value {
        do throws(StateFilesError) { return try body() } catch { throw OperationFailure(files: error) }
    }
}
