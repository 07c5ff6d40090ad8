import FoundationEssentials
import Glibc

/// One run of a program with everything that left it: what it printed, every file it left in its world, what it gave
/// to children, and where it connected to. strace(1) watches.
struct WatchedRun {
    let status: Int32
    let output: [UInt8]
    let error: [UInt8]
    /// Arguments and environments of every program that it started.
    let children: [UInt8]
    /// Connections to other places than the endpoint.
    let foreignConnections: [String]

    /// - Parameter killedAt: the system call, counted for each thread, before which it is killed.
    init(
        _ program: String, _ arguments: [String], environment: [String], in world: TemporaryWorld, endpoint: UInt16,
        killedAt moment: Int? = nil
    ) async throws {
        let folder = try TemporaryWorld()
        let log = folder.home + "/strace"
        let run = try ProcessRun(
            "/usr/bin/strace",
            ["-f", "-qq", "-v", "-xx", "-s", "200000", "-e", "trace=\(moment == nil ? "execve,connect" : "all")"]
                + (moment.map { ["-e", "inject=all:signal=SIGKILL:when=\($0)"] } ?? [])
                + ["-o", log, program] + arguments,
            environment: environment, in: folder.home)
        status = try await run.end()
        output = try run.outputBytes()
        error = try run.errorBytes()
        let lines = String(decoding: try Data(contentsOf: URL(filePath: log)), as: UTF8.self).split(separator: "\n")
        // The first program is the one that the test itself has started, with an environment of the test's own.
        let started = lines.filter { $0.contains("execve(") }.dropFirst()
        children = started.flatMap { Self.decoded($0) + [0x0A] }
        foreignConnections = lines.filter { $0.contains("connect(") && $0.contains("AF_INET") }
            .map { String(decoding: Self.decoded($0), as: UTF8.self) }
            .filter { !($0.contains("htons(\(endpoint))") && $0.contains("127.0.0.1")) }
    }

    /// Everything that the run left, searched. `world` is the home folder of the run.
    func leaks(_ hunt: LeakHunt, world: TemporaryWorld, spared: Set<String> = []) throws -> Set<Leak> {
        var found = hunt.search(output, channel: "standard output")
            .union(hunt.search(error, channel: "standard error"))
            .union(hunt.search(children, channel: "a child's arguments or environment"))
        for path in try FileManager.default.subpathsOfDirectory(atPath: world.home) where !spared.contains(path) {
            guard let contents = FileManager.default.contents(atPath: world.home + "/" + path) else { continue }
            found.formUnion(hunt.search(Array(contents), channel: "the file \(path)"))
        }
        for connection in foreignConnections {
            found.insert(Leak(canary: connection, form: .plain, channel: "network"))
        }
        return found
    }

    /// `\x41` by `\x41` back to bytes.
    private static func decoded(_ line: Substring) -> [UInt8] {
        var result: [UInt8] = []
        let bytes = Array(line.utf8)
        var at = 0
        while at < bytes.count {
            if at + 3 < bytes.count, bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "x"),
                let byte = UInt8(String(decoding: bytes[at + 2..<at + 4], as: UTF8.self), radix: 16)
            {
                result.append(byte)
                at += 4
            } else {
                result.append(bytes[at])
                at += 1
            }
        }
        return result
    }
}
