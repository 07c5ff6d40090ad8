/// The ability to tell who calls a version of a function by its number, past every alias.
public protocol PinnedCallerReading: Sendable {
    /// Those of these functions; what could not be read is a gap.
    ///
    /// - Parameter versions: by function, those of which it is asked whether somebody may call them by their numbers.
    func pinnedCallers(
        of functions: [String], versions: [String: Set<String>]
    ) async throws(CallFailure) -> (callers: [PinnedCaller], gaps: [String])
}

/// Something that calls one version by its number: moving an alias does not reach it.
public struct PinnedCaller: Hashable, Sendable {
    public let function: String
    public let version: String
    /// What calls, in words: `event source mapping UUID (arn:…)`.
    public let words: String

    public init(function: String, version: String, words: String) {
        self.function = function
        self.version = version
        self.words = words
    }
}
