import Glibc

/// Why something in a state folder could not be done. Names the file, never its contents.
public struct StateFilesError: Error, Equatable, Sendable {
    /// What stood in the way.
    public enum Reason: Equatable, Sendable {
        /// The system refused, with this errno.
        case system(errno: Int32)
        /// It can be read or changed by others, or is not what it should be; the text says what to do.
        case unsafe(String)
        /// Another process held the lock for the whole time allowed.
        case busy
        /// It is there but not in the form expected; the text says what is wrong.
        case malformed(String)
    }

    /// What was tried, as a verb: `open`, `write`, `sync`.
    public let action: String
    public let path: String
    public let reason: Reason

    public init(_ action: String, _ path: String, _ reason: Reason) {
        self.action = action
        self.path = path
        self.reason = reason
    }

    init(_ action: String, _ path: String, _ error: SystemCalls.Errno) {
        self.init(action, path, .system(errno: error.code))
    }

    /// Whether the disk or the user's share of it is full.
    public var isFull: Bool {
        switch reason {
        case .system(let errno): errno == ENOSPC || errno == EDQUOT
        case .unsafe, .busy, .malformed: false
        }
    }
}

extension StateFilesError: CustomStringConvertible {
    /// One line for a person: `cannot sync /…/audit.jsonl: Input/output error`.
    public var description: String {
        switch reason {
        case .system(let errno): "cannot \(action) \(path): \(SystemCalls.Errno(code: errno).text)"
        case .unsafe(let why): "will not \(action) \(path): \(why)"
        case .busy: "cannot \(action) \(path): another process holds it"
        case .malformed(let why): "cannot \(action) \(path): \(why)"
        }
    }
}

extension Result where Failure == SystemCalls.Errno {
    /// The value, or the error in the module's own words.
    func orThrow(_ action: String, _ path: String) throws(StateFilesError) -> Success {
        switch self {
        case .success(let value): return value
        case .failure(let error): throw StateFilesError(action, path, error)
        }
    }
}
