/// A process as others may see it: proc(5), `/proc/PID/stat` and `/proc/PID/cmdline`.
public struct SeenProcess: Equatable, Sendable {
    public let id: Int32
    public let parent: Int32
    /// At most 15 letters of the program's name.
    public let name: String
    /// Its arguments, the program's own name first; empty if they cannot be read.
    public let arguments: [String]
    /// Its terminal, `/dev/pts/3`; nil if it has none or a kind that nobody asks for here.
    public let terminal: String?

    public init(id: Int32, parent: Int32, name: String, arguments: [String] = [], terminal: String? = nil) {
        self.id = id
        self.parent = parent
        self.name = name
        self.arguments = arguments
        self.terminal = terminal
    }
}
