import ForeignText
import Glibc
import Synchronization

/// One line on standard error at a time, cleaned. That it cannot be written is no error of its own.
enum StandardError {
    private static let isShared = Atomic<Bool>(false)

    /// Share mode: from here on account ids and session names are shortened, whatever is said.
    static func share() { isShared.store(true, ordering: .relaxed) }

    static func line(_ text: String) {
        let visible = ForeignText.visible(text)
        let line = Array(((isShared.load(ordering: .relaxed) ? SharedText.of(visible) : visible) + "\n").utf8)
        line.withUnsafeBytes { _ = DescriptorSink.writeAll($0, to: STDERR_FILENO) }
    }
}
