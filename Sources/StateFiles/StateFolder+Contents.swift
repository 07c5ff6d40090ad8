import Glibc

extension StateFolder {
    /// The whole contents of a small file; nil if it is not there. Over `limit` bytes it is refused.
    public func contents(of name: String, limit: Int = 1 << 20) throws(StateFilesError) -> [UInt8]? {
        guard let file = try open(name, for: .reading) else { return nil }
        let bytes = try file.bytes(at: 0, count: limit + 1)
        guard bytes.count <= limit else {
            throw StateFilesError("read", file.path, .malformed("it is larger than \(limit) bytes"))
        }
        return bytes
    }

    /// Gives the file these contents, or leaves it as it was: a new file (mode 0600) is written, synced and
    /// renamed over it, then the folder is synced.
    ///
    /// - Parameters:
    ///   - temporary: the new file's name until then. Give one of your own only under a lock; a leftover
    ///     of a crash is then used up by the next call.
    ///   - folderSync: false when an older file coming back after a power failure does no harm.
    public func replace(
        _ name: String, with bytes: [UInt8], temporary: String? = nil, folderSync: Bool = true
    ) throws(StateFilesError) {
        let temporary = temporary ?? ".\(name).\(StateFolder.randomName()).new"
        do throws(StateFilesError) {
            guard let file = try open(temporary, for: .updating) else { return }
            try file.truncate(to: 0)
            try file.write(bytes)
            try file.sync()
            try rename(temporary, to: name)
        } catch {
            _ = SystemCalls.remove(at: descriptor, temporary)
            throw error
        }
        if folderSync { try sync() }
    }

    /// Makes a file (mode 0600) with these contents unless there is one already; whether it did. Of several
    /// processes exactly one does, and nobody ever sees a part of it.
    public func create(_ name: String, with bytes: UnsafeRawBufferPointer) throws(StateFilesError) -> Bool {
        let temporary = ".\(name).\(StateFolder.randomName()).new"
        guard let file = try open(temporary, for: .updating) else { return false }
        defer { _ = SystemCalls.remove(at: descriptor, temporary) }
        try file.write(bytes)
        try file.sync()
        switch SystemCalls.link(at: descriptor, temporary, to: name) {
        case .success: break
        case .failure(let error) where error.code == EEXIST: return false
        case .failure(let error): throw StateFilesError("make", path(of: name), error)
        }
        try sync()
        return true
    }

    /// Hexadecimal digits that nobody guesses.
    static func randomName() -> String { String(UInt64.random(in: .min ... .max), radix: 16) }
}

extension StateFile {
    /// The whole contents of a small file anywhere, such as a configuration file; nil if it is not there. A file
    /// that everybody may change is refused, and one over `limit` bytes.
    public static func contents(atPath path: String, limit: Int = 1 << 20) throws(StateFilesError) -> [UInt8]? {
        let descriptor: Int32
        switch SystemCalls.open(at: AT_FDCWD, path, O_RDONLY | O_NONBLOCK) {
        case .success(let opened): descriptor = opened
        case .failure(let error) where error.code == ENOENT || error.code == ENOTDIR: return nil
        case .failure(let error): throw StateFilesError("read", path, error)
        }
        let file = StateFile(descriptor: descriptor, path: path)
        guard try file.status().mode & 0o002 == 0 else {
            throw StateFilesError("use", path, .unsafe("everybody may change it; run: chmod o-w \(path)"))
        }
        let bytes = try file.bytes(at: 0, count: limit + 1)
        guard bytes.count <= limit else {
            throw StateFilesError("read", path, .malformed("it is larger than \(limit) bytes"))
        }
        return bytes
    }
}
