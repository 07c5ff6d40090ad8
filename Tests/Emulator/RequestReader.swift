import Glibc

/// Takes one request after the other from a kept connection.
struct RequestReader {
    private let connection: Int32
    private var buffer: [UInt8] = []
    private static let headEnd = Array("\r\n\r\n".utf8)

    init(_ connection: Int32) { self.connection = connection }

    /// The next request; nil when the other side has closed.
    mutating func next() -> EmulatedRequest? {
        var end = headEndIndex()
        while end == nil {
            guard more() else { return nil }
            end = headEndIndex()
        }
        guard let end else { return nil }
        var lines = String(decoding: buffer[..<end], as: UTF8.self).split(separator: "\r\n").makeIterator()
        let start = (lines.next() ?? "").split(separator: " ")
        guard start.count == 3 else { return nil }
        var headers: [String: String] = [:]
        while let line = lines.next() {
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { return nil }
            headers[parts[0].lowercased()] = String(parts[1].drop { $0 == " " })
        }
        buffer.removeFirst(end + Self.headEnd.count)
        let length = headers["content-length"].flatMap { Int($0) } ?? 0
        while buffer.count < length { guard more() else { return nil } }
        let body = Array(buffer.prefix(length))
        buffer.removeFirst(length)
        return EmulatedRequest(method: String(start[0]), target: String(start[1]), headers: headers, body: body)
    }

    private func headEndIndex() -> Int? {
        guard buffer.count >= 4 else { return nil }
        return (0...(buffer.count - 4)).first { buffer[$0..<($0 + 4)].elementsEqual(Self.headEnd) }
    }

    private mutating func more() -> Bool {
        var chunk = [UInt8](repeating: 0, count: 16384)
        while true {
            let count = recv(connection, &chunk, chunk.count, 0)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            buffer.append(contentsOf: chunk.prefix(count))
            return true
        }
    }
}
