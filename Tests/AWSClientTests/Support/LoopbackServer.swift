import Glibc
import Synchronization

/// A tiny HTTP server on 127.0.0.1 for the transport's tests: a thread a connection, answers from a closure.
final class LoopbackServer: Sendable {
    struct Request: Sendable {
        var method: String
        var target: String
        /// Names in lower case.
        var headers: [String: String]
        var body: [UInt8]
        /// Which connection it came on, from 1.
        var connection: Int
    }

    enum Reply: Sendable {
        /// These bytes, and the connection stays.
        case bytes(String)
        /// These bytes, and the end of the connection.
        case bytesThenClose(String)
        /// Nothing until the client goes away.
        case silence
    }

    let port: Int
    private let listener: Int32
    private let state = Mutex((connections: 0, isStopping: false, requests: [Request]()))
    private let greeting: String?
    private let handler: @Sendable (Request) -> Reply

    struct Failure: Error { let call: String }

    /// - Parameter greeting: sent on each connection before anything is read, and then its end.
    init(greeting: String? = nil, _ handler: @escaping @Sendable (Request) -> Reply) throws {
        self.handler = handler
        self.greeting = greeting
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                bind(descriptor, pointer, length) == 0 && getsockname(descriptor, pointer, &length) == 0
            }
        }
        guard bound, listen(descriptor, 256) == 0 else { throw Failure(call: "bind") }
        listener = descriptor
        port = Int(UInt16(bigEndian: address.sin_port))
        try Self.onThread { self.accept() }
    }

    /// The server's threads hold it; a test stops it when it is done.
    func stop() {
        state.withLock { $0.isStopping = true }
        shutdown(listener, Int32(SHUT_RDWR))
    }

    var requests: [Request] { state.withLock { $0.requests } }
    var connections: Int { state.withLock { $0.connections } }

    private func accept() {
        while true {
            let connection = Glibc.accept(listener, nil, nil)
            guard connection >= 0 else { break }
            let number = state.withLock { state in
                state.connections += 1
                return state.connections
            }
            do {
                try Self.onThread { self.serve(connection, number) }
            } catch {
                close(connection)
            }
        }
        close(listener)
    }

    private func serve(_ connection: Int32, _ number: Int) {
        defer { close(connection) }
        if let greeting {
            _ = write(connection, greeting)
            return
        }
        var input: [UInt8] = []
        while let request = read(connection, number, &input) {
            state.withLock { $0.requests.append(request) }
            switch handler(request) {
            case .bytes(let text): guard write(connection, text) else { return }
            case .bytesThenClose(let text):
                _ = write(connection, text)
                return
            case .silence:
                var byte: UInt8 = 0
                _ = recv(connection, &byte, 1, 0)
                return
            }
        }
    }

    private func read(_ connection: Int32, _ number: Int, _ input: inout [UInt8]) -> Request? {
        while true {
            if let end = Self.headerEnd(input) {
                let lines = String(decoding: input[..<end], as: UTF8.self).replacing("\r\n", with: "\n").split(
                    separator: "\n")
                var headers: [String: String] = [:]
                for line in lines.dropFirst() {
                    let name = line.prefix { $0 != ":" }
                    headers[name.lowercased()] = String(line.dropFirst(name.count + 1).drop { $0 == " " })
                }
                let length = headers["content-length"].flatMap { Int($0) } ?? 0
                if input.count >= end + 4 + length {
                    let first = lines[0].split(separator: " ")
                    let body = Array(input[(end + 4)..<(end + 4 + length)])
                    input.removeFirst(end + 4 + length)
                    return Request(
                        method: String(first[0]), target: String(first[1]), headers: headers, body: body,
                        connection: number)
                }
            }
            var room = [UInt8](repeating: 0, count: 65536)
            let count = recv(connection, &room, room.count, 0)
            guard count > 0 else { return nil }
            input.append(contentsOf: room[..<count])
        }
    }

    private static func headerEnd(_ input: [UInt8]) -> Int? {
        guard input.count >= 4 else { return nil }
        return (0...(input.count - 4)).first { input[$0..<($0 + 4)].elementsEqual([13, 10, 13, 10]) }
    }

    private func write(_ connection: Int32, _ text: String) -> Bool {
        let bytes = Array(text.utf8)
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                send(connection, $0.baseAddress! + sent, bytes.count - sent, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    private final class Work {
        let body: () -> Void
        init(_ body: @escaping () -> Void) { self.body = body }
    }

    private static func onThread(_ body: @escaping @Sendable () -> Void) throws {
        var thread = pthread_t()
        let code = pthread_create(
            &thread, nil,
            { context in
                Unmanaged<Work>.fromOpaque(context!).takeRetainedValue().body()
                return nil
            }, Unmanaged.passRetained(Work(body)).toOpaque())
        guard code == 0 else { throw Failure(call: "pthread_create") }
        pthread_detach(thread)
    }

    /// A complete answer with its length.
    static func answer(_ body: String, status: Int = 200, headers: [String] = []) -> String {
        let lines = ["HTTP/1.1 \(status) X", "Content-Length: \(body.utf8.count)"] + headers
        return lines.joined(separator: "\r\n") + "\r\n\r\n" + body
    }
}
