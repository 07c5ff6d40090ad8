import SensitiveMemory

/// The ability to hold one value where a person can paste it from, and to take it back.
public protocol ValueClipboard: Sendable {
    /// What holds it, for words: `xclip`, `tmux`.
    var name: String { get }

    /// Puts the value in for so many seconds. From then on the clipboard's own keeper takes it back, even if this
    /// process is killed. Throws what stands in the way; then nothing is in there.
    func hold(_ value: SecretBytes, seconds: Int) async throws(OperationFailure) -> any ClipboardHold
}

/// A value that is in a clipboard.
public protocol ClipboardHold: Sendable {
    /// Returns once it is no longer there: its time was up, somebody put something else there, or the task was
    /// cancelled, which takes it back. Never touches what somebody else put there.
    func end() async -> ClipboardEnd
}

/// Why a value is no longer in the clipboard: the `outcome` of `copy.cleared`.
public enum ClipboardEnd: String, Sendable {
    case deadline, replaced, asked
    /// It could not be taken back; words say what to do.
    case stuck
}
