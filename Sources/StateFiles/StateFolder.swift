import Glibc

/// A folder that only its owner can enter (mode 0700), held open so that nobody can exchange it below us.
public final class StateFolder: Sendable {
    public let path: String
    let descriptor: Int32

    /// Opens the folder, making it and what is missing above it with mode 0700.
    ///
    /// A folder that belongs to someone else, or that others may enter and that is not empty, is refused:
    /// the owner decides, we do not close a folder that may serve another purpose.
    public init(at path: String) throws(StateFilesError) {
        guard path.hasPrefix("/") else {
            throw StateFilesError("open", path, .unsafe("the path must be absolute"))
        }
        try StateFolder.make(path)
        descriptor = try SystemCalls.open(at: AT_FDCWD, path, O_RDONLY | O_DIRECTORY).orThrow("open", path)
        self.path = path
        try secure()
    }

    /// Opens a folder for reading if it is there, whoever may enter it; nil if it is not.
    public static func existing(at path: String) throws(StateFilesError) -> StateFolder? {
        switch SystemCalls.open(at: AT_FDCWD, path, O_RDONLY | O_DIRECTORY) {
        case .success(let descriptor): return StateFolder(descriptor: descriptor, path: path)
        case .failure(let error) where error.code == ENOENT: return nil
        case .failure(let error): throw StateFilesError("open", path, error)
        }
    }

    private init(descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    deinit { SystemCalls.close(descriptor) }

    /// A folder inside this one, made if it is missing.
    public func subfolder(_ name: String) throws(StateFilesError) -> StateFolder {
        try StateFolder(at: path(of: name))
    }

    /// The full path of a name in the folder.
    public func path(of name: String) -> String { path.hasSuffix("/") ? path + name : path + "/" + name }

    /// Opens a file of the folder; nil if it is to be read and is not there. Never follows a symbolic
    /// link. A file opened for writing must belong to us and is closed to others (mode 0600).
    public func open(_ name: String, for purpose: StateFile.Purpose) throws(StateFilesError) -> StateFile? {
        let flags: Int32
        switch purpose {
        case .reading: flags = O_RDONLY
        case .appending: flags = O_RDWR | O_APPEND | O_CREAT
        case .updating: flags = O_RDWR | O_CREAT
        }
        let path = path(of: name)
        switch SystemCalls.open(at: descriptor, name, flags | O_NOFOLLOW | O_NONBLOCK, mode: 0o600) {
        case .success(let opened):
            let file = StateFile(descriptor: opened, path: path)
            try StateFolder.secure(file, for: purpose)
            return file
        case .failure(let error) where error.code == ENOENT && purpose == .reading: return nil
        case .failure(let error) where error.code == ELOOP:
            throw StateFilesError("open", path, .unsafe("it is a symbolic link"))
        case .failure(let error): throw StateFilesError("open", path, error)
        }
    }

    /// What the system tells about a name in the folder; nil if there is no such name. (The C function fstatat.)
    public func status(of name: String) throws(StateFilesError) -> StateFile.Status? {
        switch SystemCalls.status(at: descriptor, name) {
        case .success(let status): return StateFile.Status(status)
        case .failure(let error) where error.code == ENOENT: return nil
        case .failure(let error): throw StateFilesError("look at", path(of: name), error)
        }
    }

    /// The names in the folder, sorted.
    public func names() throws(StateFilesError) -> [String] {
        try SystemCalls.names(in: descriptor).orThrow("list", path).sorted()
    }

    /// Gives a file another name, in place of whatever had it. (The C function renameat.)
    public func rename(_ name: String, to newName: String) throws(StateFilesError) {
        try SystemCalls.rename(at: descriptor, name, to: newName).orThrow("rename", path(of: name))
    }

    /// Removes a file; it need not be there. (The C function unlinkat.)
    public func remove(_ name: String) throws(StateFilesError) {
        switch SystemCalls.remove(at: descriptor, name) {
        case .success: return
        case .failure(let error) where error.code == ENOENT: return
        case .failure(let error): throw StateFilesError("remove", path(of: name), error)
        }
    }

    /// Returns when the folder's names are on the disk. (The C function fsync.)
    public func sync() throws(StateFilesError) {
        try SystemCalls.sync(descriptor).orThrow("sync", path)
    }
}
