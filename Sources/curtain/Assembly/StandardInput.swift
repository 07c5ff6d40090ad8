import Glibc
import Operations

/// Text that comes by standard input or from a file that was named.
enum StandardInput {
    /// The bytes of the file, or of standard input for `-`. Not for values.
    static func contents(ofFileOr name: String, limit: Int) throws(OperationFailure) -> [UInt8] {
        guard name != "-" else { return try contents(of: STDIN_FILENO, "standard input", limit: limit) }
        let descriptor = open(name, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw OperationFailure(.badInput, "cannot read \(name): \(SystemText.of(errno: errno))")
        }
        defer { close(descriptor) }
        return try contents(of: descriptor, name, limit: limit)
    }

    private static func contents(
        of descriptor: Int32, _ name: String, limit: Int
    ) throws(OperationFailure) -> [UInt8] {
        var result: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                throw OperationFailure(.badInput, "cannot read \(name): \(SystemText.of(errno: errno))")
            }
            guard count > 0 else { return result }
            result += chunk.prefix(count)
            guard result.count <= limit else {
                throw OperationFailure(.badInput, "\(name) is larger than \(limit) bytes")
            }
        }
    }
}
