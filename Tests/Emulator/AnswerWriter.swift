import Glibc

/// Puts an answer on a connection.
enum AnswerWriter {
    /// Whether the connection may serve another request.
    static func write(_ answer: EmulatedAnswer, to connection: Int32) -> Bool {
        if case .hangUp = answer.damage { return false }
        var head = "HTTP/1.1 \(answer.status) Emulated\r\nContent-Length: \(answer.body.count)\r\n"
        for header in answer.headers { head += "\(header.name): \(header.value)\r\n" }
        var bytes = Array((head + "\r\n").utf8)
        if case .truncated(let count) = answer.damage {
            bytes += answer.body.prefix(count)
            _ = send(bytes, to: connection)
            return false
        }
        return send(bytes + answer.body, to: connection)
    }

    private static func send(_ bytes: [UInt8], to connection: Int32) -> Bool {
        bytes.withUnsafeBytes { whole in
            var rest = whole
            while !rest.isEmpty {
                let count = Glibc.send(connection, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return false }
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            }
            return true
        }
    }
}
