import Glibc
import Synchronization

/// A scripted HTTP/1.1 server on 127.0.0.1 that plays AWS as a test tells it to.
///
/// It answers what the script returns and remembers every request. It checks no signature: that is the
/// business of the signer's own tests.
public final class Emulator: Sendable {
    /// The port that the kernel gave.
    public let port: UInt16
    private let listener: Int32
    private let script: @Sendable (EmulatedRequest) -> EmulatedAnswer
    private let seen = Mutex<[EmulatedRequest]>([])
    private let open = Mutex<Set<Int32>>([])

    /// Listens at once; `script` is called for each request, from any thread.
    public init(_ script: @escaping @Sendable (EmulatedRequest) -> EmulatedAnswer) throws(EmulatorError) {
        self.script = script
        (listener, port) = try LoopbackSocket.listen()
        guard DetachedThread.start({ [self] in accept() }) else {
            throw EmulatorError(call: "pthread_create", errno: EAGAIN)
        }
    }

    /// `http://127.0.0.1:PORT`
    public var url: String { "http://127.0.0.1:\(port)" }

    /// Everything that arrived so far, in its order.
    public var requests: [EmulatedRequest] { seen.withLock { $0 } }

    /// The operations that arrived so far: `lambda:ListFunctions`.
    public var operations: [String] { requests.map(\.operation) }

    /// Closes the listener and every connection. The emulator answers nothing afterwards.
    public func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        open.withLock { for connection in $0 { shutdown(connection, Int32(SHUT_RDWR)) } }
    }

    private func accept() {
        while true {
            let connection = Glibc.accept(listener, nil, nil)
            if connection < 0 {
                if errno == EINTR { continue }
                break
            }
            open.withLock { _ = $0.insert(connection) }
            let isServed = DetachedThread.start { [self] in
                serve(connection)
                forget(connection)
            }
            if !isServed { forget(connection) }
        }
        close(listener)
    }

    private func forget(_ connection: Int32) {
        open.withLock { _ = $0.remove(connection) }
        close(connection)
    }

    private func serve(_ connection: Int32) {
        var reader = RequestReader(connection)
        while let request = reader.next() {
            seen.withLock { $0.append(request) }
            guard AnswerWriter.write(script(request), to: connection) else { return }
        }
    }
}
