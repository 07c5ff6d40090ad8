import FoundationEssentials
import StateFiles

/// The incidents of this installation: a folder each below `incidents/` of the state folder, and the one that is
/// attached.
public struct IncidentStore: Sendable {
    static let folderName = "incidents"
    private static let attachedName = ".attached"

    let state: StateFolder
    private let clock: @Sendable () -> Date

    public init(in state: StateFolder, clock: @escaping @Sendable () -> Date = { Date() }) {
        self.state = state
        self.clock = clock
    }

    /// The log of an incident, made if this installation does not know it yet.
    public func log(_ id: IncidentID) throws(OperationFailure) -> IncidentLog {
        try TimelineFile.files { () throws(StateFilesError) in
            IncidentLog(id: id, folder: try state.subfolder(Self.folderName).subfolder(id.text), clock: clock)
        }
    }

    /// The log of an incident that is known; throws `notFound` if it is not.
    public func known(_ id: IncidentID) throws(OperationFailure) -> IncidentLog {
        guard try ids().contains(id) else {
            throw OperationFailure(.notFound, "there is no incident \(id) here; see: curtain incident list")
        }
        return try log(id)
    }

    /// All that are known, by their names.
    public func ids() throws(OperationFailure) -> [IncidentID] {
        try TimelineFile.files { () throws(StateFilesError) in
            guard let folder = try StateFolder.existing(at: state.path(of: Self.folderName)) else { return [] }
            return try folder.names().compactMap { name in
                guard let id = IncidentID(folder: name) else { return nil }
                return StateFolderKind.isFolder(name, in: folder) ? id : nil
            }
        }
    }

    /// The incident that commands without `--incident` work for; nil if none is attached.
    public func attached() throws(OperationFailure) -> IncidentID? {
        let bytes = try TimelineFile.files { () throws(StateFilesError) -> [UInt8]? in
            guard let folder = try StateFolder.existing(at: state.path(of: Self.folderName)) else { return nil }
            return try folder.contents(of: Self.attachedName, limit: 256)
        }
        guard let bytes else { return nil }
        let text = String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
        return text.isEmpty ? nil : try IncidentID(text)
    }

    /// Attaches an incident, or none. On the disk when it returns.
    public func attach(_ id: IncidentID?) throws(OperationFailure) {
        try TimelineFile.files { () throws(StateFilesError) in
            let folder = try state.subfolder(Self.folderName)
            try folder.replace(Self.attachedName, with: Array(((id?.text ?? "") + "\n").utf8))
        }
    }
}
