import Glibc

extension StateFolder {
    /// Makes the folder and its missing parents with mode 0700, each on the disk before the next.
    static func make(_ path: String) throws(StateFilesError) {
        var existing = path
        var missing: [String] = []
        while true {
            switch SystemCalls.makeFolder(at: AT_FDCWD, existing, mode: 0o700) {
            case .success: try syncParent(of: existing)
            case .failure(let error) where error.code == EEXIST: break
            case .failure(let error) where error.code == ENOENT && existing.count > 1:
                missing.append(existing)
                existing = parent(of: existing)
                continue
            // Parents that we may not write to, such as a read-only /, are there all the same.
            case .failure(let error) where error.code == EROFS || error.code == EACCES || error.code == EPERM:
                guard case .success = SystemCalls.status(at: AT_FDCWD, existing) else {
                    throw StateFilesError("make", existing, error)
                }
            case .failure(let error): throw StateFilesError("make", existing, error)
            }
            guard let next = missing.popLast() else { return }
            existing = next
        }
    }

    /// Refuses a folder of another user, and one with contents that others may enter; closes an empty one.
    func secure() throws(StateFilesError) {
        let status = try SystemCalls.status(of: descriptor).orThrow("look at", path)
        guard status.st_uid == SystemCalls.effectiveUser else {
            throw StateFilesError("use", path, .unsafe("it belongs to user \(status.st_uid)"))
        }
        guard status.st_mode & 0o077 != 0 else { return }
        guard try names().isEmpty else {
            throw StateFilesError("use", path, .unsafe("others may enter it; run: chmod 700 \(path)"))
        }
        try SystemCalls.change(mode: 0o700, of: descriptor).orThrow("close", path)
    }

    /// A file to be written must be a plain file of ours; it is closed to others.
    static func secure(_ file: StateFile, for purpose: StateFile.Purpose) throws(StateFilesError) {
        let status = try SystemCalls.status(of: file.descriptor).orThrow("look at", file.path)
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw StateFilesError("open", file.path, .unsafe("it is not a plain file"))
        }
        switch purpose {
        case .reading: return
        case .appending, .updating:
            guard status.st_uid == SystemCalls.effectiveUser else {
                throw StateFilesError("write", file.path, .unsafe("it belongs to user \(status.st_uid)"))
            }
            guard status.st_mode & 0o077 != 0 else { return }
            try SystemCalls.change(mode: 0o600, of: file.descriptor).orThrow("close", file.path)
        }
    }

    private static func syncParent(of path: String) throws(StateFilesError) {
        let parent = parent(of: path)
        let descriptor = try SystemCalls.open(at: AT_FDCWD, parent, O_RDONLY | O_DIRECTORY).orThrow("open", parent)
        defer { SystemCalls.close(descriptor) }
        try SystemCalls.sync(descriptor).orThrow("sync", parent)
    }

    private static func parent(of path: String) -> String {
        var parts = path.split(separator: "/")
        if !parts.isEmpty { parts.removeLast() }
        return "/" + parts.joined(separator: "/")
    }
}
