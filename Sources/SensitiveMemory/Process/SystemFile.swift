import Glibc

/// A small file of the kernel's (`/proc`, `/sys`), which has no size and must be read to its end.
enum SystemFile {
    /// The whole text, or nil if it cannot be opened or read. The C functions are open, read and close.
    static func text(_ path: String) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16384)
        while true {
            let got = read(descriptor, &chunk, chunk.count)
            if got < 0 && errno == EINTR { continue }
            guard got >= 0 else { return nil }
            guard got > 0 else { return String(decoding: bytes, as: UTF8.self) }
            bytes.append(contentsOf: chunk[0..<got])
        }
    }

    /// The text of a file of one line, without its end.
    static func line(_ path: String) -> String? {
        text(path).map { text in
            String(text.prefix { $0 != "\n" })
        }
    }
}
