import Glibc
import Testing

/// The built binary, run as a person runs it.
enum CurtainBinary {
    /// What a run left behind.
    struct Outcome: Sendable {
        let status: Int32
        let output: String
        let error: String

        /// The lines on standard error.
        var errorLines: [Substring] { error.split(separator: "\n") }
    }

    /// The binary beside this test bundle; CURTAIN_BINARY names another one.
    static func path() throws -> String {
        if let path = getenv("CURTAIN_BINARY") { return String(cString: path) }
        let bundle = try #require(loadedBundle(), "this is no test bundle")
        let binary = bundle.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/curtain"
        try #require(access(binary, X_OK) == 0, "no curtain beside \(bundle)")
        return binary
    }

    /// Runs it in a world of its own: no AWS files, empty folders, one region, obviously fake credentials.
    static func run(
        _ arguments: [String], in world: TemporaryWorld, environment: [String: String?] = [:]
    ) async throws -> Outcome {
        let run = try ProcessRun(try path(), arguments, environment: entries(world, environment), in: world.home)
        let status = try await run.end()
        return Outcome(status: status, output: try run.output(), error: try run.error())
    }

    /// `NAME=value` entries; nil takes a variable out.
    static func entries(_ world: TemporaryWorld, _ environment: [String: String?]) -> [String] {
        world.variables.merging(environment) { $1 }.compactMap { name, value in value.map { "\(name)=\($0)" } }
    }

    /// The test bundle, whoever loaded it: it is mapped into this process.
    private static func loadedBundle() -> String? {
        guard let maps = fopen("/proc/self/maps", "r") else { return nil }
        defer { fclose(maps) }
        var line: UnsafeMutablePointer<CChar>?
        var room = 0
        defer { free(line) }
        while getline(&line, &room, maps) > 0, let text = line.map({ String(cString: $0) }) {
            if let start = text.firstIndex(of: "/"), text.contains(".xctest") {
                return String(text[start...].prefix { $0 != "\n" })
            }
        }
        return nil
    }
}
