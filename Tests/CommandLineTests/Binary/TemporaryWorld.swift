import FoundationEssentials
import Glibc

/// A home folder for one test, removed at its end.
final class TemporaryWorld: Sendable {
    let home: String

    init() throws {
        home = "/tmp/curtain-cli-\(getpid())-\(UInt64.random(in: .min ... .max))"
        try FileManager.default.createDirectory(
            atPath: home + "/.aws", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    deinit { try? FileManager.default.removeItem(atPath: home) }

    /// The variables of a run. The values that look like credentials are made up.
    var variables: [String: String?] {
        [
            "HOME": home, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "xterm-256color", "TZ": "UTC",
            "AWS_REGION": "eu-west-1", "AWS_ACCESS_KEY_ID": "AKIAFAKEFAKEFAKEFAKE",
            "AWS_SECRET_ACCESS_KEY": "canary-secret-key-not-real", "AWS_EC2_METADATA_DISABLED": "true",
            "AWS_MAX_ATTEMPTS": "1"
        ]
    }

    /// The variables of a run without any credentials.
    static let noCredentials: [String: String?] = ["AWS_ACCESS_KEY_ID": nil, "AWS_SECRET_ACCESS_KEY": nil]

    var state: String { home + "/.local/state/curtain" }
    var audit: String { state + "/audit.jsonl" }

    /// Puts a file into the home folder.
    func write(_ text: String, to path: String) throws { try write(bytes: Array(text.utf8), to: path) }

    /// Puts a file into the home folder.
    func write(bytes: [UInt8], to path: String) throws {
        let whole = home + "/" + path
        try FileManager.default.createDirectory(
            atPath: whole.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 },
            withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(filePath: whole))
    }

    /// The records of the audit trail, a line each; empty if there is none.
    func auditLines() -> [String] {
        guard let data = FileManager.default.contents(atPath: audit) else { return [] }
        return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    /// Whether there is something of that name in the home folder.
    func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: home + "/" + path) }
}
