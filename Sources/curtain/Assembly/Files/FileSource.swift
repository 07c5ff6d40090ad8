import Glibc
import Operations

/// A file, or standard input, as the bytes of an envelope or of what is to be sealed.
final class FileSource: EnvelopeSource {
    private let path: String
    private let descriptor: Int32

    /// Opens the file; `-` is standard input, which must be no terminal: a value is not typed in the clear.
    /// The corresponding C function is open.
    init(_ path: String) throws(OperationFailure) {
        self.path = path == "-" ? "standard input" : path
        if path == "-" {
            guard isatty(STDIN_FILENO) == 0 else {
                throw OperationFailure(
                    .usage, "standard input is a terminal; send the payload through a pipe or a file")
            }
            descriptor = STDIN_FILENO
        } else {
            descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
            guard descriptor >= 0 else { throw Self.failure("open", path) }
        }
        var status = stat()
        if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
            throw OperationFailure(.badInput, "\(path) is a folder")
        }
    }

    deinit { if descriptor != STDIN_FILENO { close(descriptor) } }

    /// The corresponding C function is read.
    func read(into room: UnsafeMutableRawBufferPointer) throws(OperationFailure) -> Int {
        var count = 0
        while count < room.count {
            if Task.isCancelled { throw OperationFailure(.interrupted, "interrupted") }
            let step = Glibc.read(descriptor, room.baseAddress.map { $0 + count }, room.count - count)
            if step < 0, errno == EINTR { continue }
            guard step >= 0 else { throw Self.failure("read", path) }
            if step == 0 { break }
            count += step
        }
        return count
    }

    /// The corresponding C function is lseek.
    func rewind() throws(OperationFailure) {
        guard lseek(descriptor, 0, SEEK_SET) == 0 else {
            throw OperationFailure(
                .badInput, "\(path) can be read only once, and an envelope is checked first: use a file")
        }
    }

    private static func failure(_ verb: String, _ path: String) -> OperationFailure {
        let number = errno
        return OperationFailure(
            number == ENOENT ? .notFound : .badInput, "cannot \(verb) \(path): \(SystemText.of(errno: number))")
    }
}
