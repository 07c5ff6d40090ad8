import Glibc
import Operations
import SensitiveMemory

/// A file that has its name only once it is whole; mode 0600.
final class NewFile {
    private let path: String
    private let temporary: String
    private var descriptor: Int32

    /// Makes it under a name of its own in the same folder. Throws if there is a file of its name already.
    init(_ path: String, replaces: Bool = false) throws(OperationFailure) {
        self.path = path
        if !replaces, access(path, F_OK) == 0 {
            throw OperationFailure(.usage, "\(path) is there already; name another file")
        }
        let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        let suffix = String(UInt64.random(in: .min ... .max), radix: 16)
        temporary = path[..<slash] + ".\(path[slash...]).\(suffix).new"
        descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw Self.failure("write", path) }
    }

    deinit { discard() }

    func write(_ bytes: UnsafeRawBufferPointer) throws(OperationFailure) {
        switch DescriptorSink.writeAll(bytes, to: descriptor) {
        case nil: break
        case .closed: throw OperationFailure(.failed, "cannot write \(path): its reader has gone")
        case .failed(let number):
            throw OperationFailure(.failed, "cannot write \(path): \(SystemText.of(errno: number))")
        }
    }

    /// Puts what was written on the disk and under its name. Without `replacing` it never takes the place of another
    /// file. The corresponding C functions are fsync, link and rename.
    func keep(replacing: Bool = false) throws(OperationFailure) {
        guard fsync(descriptor) == 0 else { throw Self.failure("write", path) }
        guard (replacing ? rename(temporary, path) : link(temporary, path)) == 0 else {
            throw Self.failure("write", path)
        }
        if !replacing { unlink(temporary) }
        close(descriptor)
        descriptor = -1
    }

    /// Takes it away again. Does nothing once it is kept.
    func discard() {
        guard descriptor >= 0 else { return }
        close(descriptor)
        descriptor = -1
        unlink(temporary)
    }

    private static func failure(_ verb: String, _ path: String) -> OperationFailure {
        OperationFailure(.failed, "cannot \(verb) \(path): \(SystemText.of(errno: errno))")
    }
}
