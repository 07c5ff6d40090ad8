/// The ability to look around: at this process's parents, their environments and the terminal multiplexers.
public protocol TerminalSurroundings: Sendable {
    /// The process whose terminal it is about.
    var ownProcess: Int32 { get }
    /// Some variables of a process's environment; empty if it may not be read.
    func variables(_ names: [String], of process: Int32) -> [String: String]
    /// A process; nil if there is none of that id.
    func process(_ id: Int32) -> SeenProcess?
    /// Every process that has this name and may be seen.
    func processes(named name: String) -> [SeenProcess]
    /// What a process holds open, as paths; nil if that may not be seen.
    func openFiles(of process: Int32) -> [String]?
    /// Asks a program and gives what it wrote; nil if it cannot be started, fails, or takes more than a second.
    func ask(_ program: String, _ arguments: [String]) -> String?
    /// Whether there is something at the path.
    func exists(_ path: String) -> Bool
}
