import SensitiveMemory
import Synchronization

@testable import AWSClient

/// Configuration files that a test gives as text.
struct FakeFiles: ConfigurationFiles {
    /// What was written, by path.
    final class Written: Sendable {
        private let all = Mutex<[String: String]>([:])
        subscript(path: String) -> String? {
            get { all.withLock { $0[path] } }
            set { all.withLock { $0[path] = newValue } }
        }
    }

    let written = Written()
    var contents: [String: String] = [:]
    var unreadable: Set<String> = []

    init(config: String? = nil, credentials: String? = nil) {
        contents["/home/ann/.aws/config"] = config
        contents["/home/ann/.aws/credentials"] = credentials
    }

    func read(_ path: String) throws(FileFailure) -> WipedBuffer? {
        if unreadable.contains(path) { throw FileFailure(errno: 13) }
        guard let text = written[path] ?? contents[path] else { return nil }
        let buffer = WipedBuffer()
        buffer.append(text: text)
        return buffer
    }

    func replace(_ path: String, with contents: WipedBuffer) throws(FileFailure) {
        if unreadable.contains(path) { throw FileFailure(errno: 13) }
        written[path] = contents.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
    }
}

extension AWSEnvironment {
    /// Variables with a home folder whose files `FakeFiles` has.
    static func of(_ variables: [String: String] = [:]) -> AWSEnvironment {
        AWSEnvironment(variables.merging(["HOME": "/home/ann"]) { first, _ in first })
    }
}
