import ForeignText
import Glibc

/// One line on standard error at a time, cleaned. That it cannot be written is no error of its own.
enum StandardError {
    static func line(_ text: String) {
        let line = Array((ForeignText.visible(text) + "\n").utf8)
        line.withUnsafeBytes { _ = DescriptorSink.writeAll($0, to: STDERR_FILENO) }
    }
}
