import Glibc

/// This machine: `/proc` (proc(5)) and the environment.
public struct SystemSurroundings: TerminalSurroundings {
    public init() {}

    public var ownProcess: Int32 { getpid() }

    /// The own environment by getenv(3): a process that may not be traced cannot read its own `/proc/self/environ`.
    public func variables(_ names: [String], of process: Int32) -> [String: String] {
        var result: [String: String] = [:]
        if process == getpid() {
            for name in names { result[name] = getenv(name).map { String(cString: $0) } }
            return result
        }
        for entry in ProcessFile.parts("/proc/\(process)/environ") ?? [] {
            let name = entry.prefix { $0 != "=" }
            if names.contains(String(name)) { result[String(name)] = String(entry.dropFirst(name.count + 1)) }
        }
        return result
    }

    public func process(_ id: Int32) -> SeenProcess? {
        guard let stat = ProcessFile.text("/proc/\(id)/stat") else { return nil }
        return SeenProcess(stat: stat, arguments: ProcessFile.parts("/proc/\(id)/cmdline") ?? [])
    }

    public func processes(named name: String) -> [SeenProcess] {
        ProcessFile.names(in: "/proc").compactMap { Int32($0) }.compactMap { process($0) }.filter { $0.name == name }
    }

    public func openFiles(of process: Int32) -> [String]? {
        let folder = "/proc/\(process)/fd"
        guard access(folder, R_OK | X_OK) == 0 else { return nil }
        return ProcessFile.names(in: folder).compactMap { ProcessFile.link(folder + "/" + $0) }
    }

    public func ask(_ program: String, _ arguments: [String]) -> String? {
        BoundedQuestion.ask(program, arguments, milliseconds: 1000)
    }

    public func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
