import Glibc

/// Output into a file descriptor through a buffer of 32 KiB. SIGPIPE must be ignored.
struct DescriptorSink: ByteSink {
    private let descriptor: Int32
    /// Share mode: account ids and session names leave shortened, whatever prints them.
    private let isShared: Bool
    private var buffer: [UInt8] = []
    private static let room = 32 * 1024

    init(_ descriptor: Int32, isShared: Bool = false) {
        self.descriptor = descriptor
        self.isShared = isShared
    }

    static func standardOutput(isShared: Bool) -> DescriptorSink { DescriptorSink(STDOUT_FILENO, isShared: isShared) }

    mutating func write(_ text: String) throws(OutputError) {
        buffer.append(contentsOf: (isShared ? SharedText.of(text) : text).utf8)
        if buffer.count >= Self.room { try flush() }
    }

    /// The corresponding C function is write.
    mutating func flush() throws(OutputError) {
        let failure = buffer.withUnsafeBytes { Self.writeAll($0, to: descriptor) }
        buffer.removeAll(keepingCapacity: true)
        if let failure { throw failure }
    }

    /// Writes bytes without a buffer in between; also the way of a revealed value.
    static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> OutputError? {
        var rest = bytes
        while !rest.isEmpty {
            let written = Glibc.write(descriptor, rest.baseAddress, rest.count)
            if written >= 0 {
                rest = UnsafeRawBufferPointer(rebasing: rest[written...])
            } else if errno == EAGAIN {
                var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&waiting, 1, -1)
            } else if errno != EINTR {
                return errno == EPIPE ? .closed : .failed(errno: errno)
            }
        }
        return nil
    }
}
