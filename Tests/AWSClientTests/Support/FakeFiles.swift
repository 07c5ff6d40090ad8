import SensitiveMemory

@testable import AWSClient

/// Configuration files that a test gives as text.
struct FakeFiles: ConfigurationFiles {
    var contents: [String: String] = [:]
    var unreadable: Set<String> = []

    init(config: String? = nil, credentials: String? = nil) {
        contents["/home/ann/.aws/config"] = config
        contents["/home/ann/.aws/credentials"] = credentials
    }

    func read(_ path: String) throws(FileFailure) -> WipedBuffer? {
        if unreadable.contains(path) { throw FileFailure(errno: 13) }
        guard let text = contents[path] else { return nil }
        let buffer = WipedBuffer()
        buffer.append(text: text)
        return buffer
    }
}

extension AWSEnvironment {
    /// Variables with a home folder whose files `FakeFiles` has.
    static func of(_ variables: [String: String] = [:]) -> AWSEnvironment {
        AWSEnvironment(variables.merging(["HOME": "/home/ann"]) { first, _ in first })
    }
}
