import CScrub
import Glibc
import SensitiveMemory

/// The ability to read the files that the configuration names. The disk has it; tests give contents.
public protocol ConfigurationFiles: Sendable {
    /// The whole file; nil if there is none. Throws the errno of any other failure.
    func read(_ path: String) throws(FileFailure) -> WipedBuffer?
    /// Puts a file of mode 0600 in the place of whatever is there, whole or not at all, and makes its folder.
    func replace(_ path: String, with contents: WipedBuffer) throws(FileFailure)
}

/// Why a file that exists cannot be read.
public struct FileFailure: Error, Equatable, Sendable {
    public let errno: Int32

    public init(errno: Int32) { self.errno = errno }
}

/// The files of this machine.
public struct DiskFiles: ConfigurationFiles {
    /// More than this is no configuration file: 16 MiB.
    static let limit = 16 << 20

    public init() {}

    public func read(_ path: String) throws(FileFailure) -> WipedBuffer? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw FileFailure(errno: errno)
        }
        defer { close(descriptor) }
        var state = stat()
        guard fstat(descriptor, &state) == 0 else { throw FileFailure(errno: errno) }
        guard state.st_mode & S_IFMT != S_IFDIR else { return nil }
        let result = WipedBuffer(capacity: 4096)
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 65536, alignment: 16)
        defer {
            if let base = room.baseAddress { cscrub_wipe(base, room.count) }
            room.deallocate()
        }
        while true {
            let count = Glibc.read(descriptor, room.baseAddress, room.count)
            if count == 0 { return result }
            if count < 0 {
                if errno == EINTR { continue }
                throw FileFailure(errno: errno)
            }
            result.append(UnsafeRawBufferPointer(rebasing: room[..<count]))
            guard result.count <= Self.limit else { throw FileFailure(errno: EFBIG) }
        }
    }

    public func replace(_ path: String, with contents: WipedBuffer) throws(FileFailure) {
        try makeFolder(of: path)
        let draft = "\(path).curtain-\(getpid())"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw FileFailure(errno: errno) }
        let refused: Int32 = contents.withUnsafeBytes { bytes in
            var written = 0
            while written < bytes.count {
                let count = Glibc.write(descriptor, bytes.baseAddress! + written, bytes.count - written)
                if count < 0, errno != EINTR { return errno }
                written += max(0, count)
            }
            return fsync(descriptor) == 0 ? 0 : errno
        }
        close(descriptor)
        guard refused == 0, rename(draft, path) == 0 else {
            let failure = FileFailure(errno: refused != 0 ? refused : errno)
            unlink(draft)
            throw failure
        }
    }

    private func makeFolder(of path: String) throws(FileFailure) {
        guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return }
        let folder = String(path[..<slash])
        if mkdir(folder, 0o700) == 0 || errno == EEXIST { return }
        guard errno == ENOENT else { throw FileFailure(errno: errno) }
        try makeFolder(of: folder)
        guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw FileFailure(errno: errno) }
    }
}
