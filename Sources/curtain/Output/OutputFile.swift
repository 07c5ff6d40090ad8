import Glibc
import Operations

/// A file that a person named for the output: closed to others, and never through a link that someone else laid.
enum OutputFile {
    static func write(_ bytes: [UInt8], to path: String) throws(OperationFailure) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw OperationFailure(.failed, "cannot write \(path): \(SystemText.of(errno: errno))")
        }
        let failure = bytes.withUnsafeBytes { DescriptorSink.writeAll($0, to: descriptor) }
        guard close(descriptor) == 0, failure == nil else {
            throw OperationFailure(.failed, "cannot write \(path): the output was not taken")
        }
    }
}
