import FoundationEssentials
import StateFiles

/// A folder of its own for one test, removed with the test.
final class TemporaryPlace: Sendable {
    let path = "/tmp/curtain-test-\(UInt64.random(in: .min ... .max))"

    init() throws { _ = try StateFolder(at: path) }

    deinit {
        do { try FileManager.default.removeItem(atPath: path) } catch { print("left behind: \(path)") }
    }
}
