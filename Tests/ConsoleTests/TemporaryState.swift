import FoundationEssentials
import StateFiles

/// A state folder of its own for one test, removed with the test.
final class TemporaryState: Sendable {
    let path = "/tmp/curtain-console-\(UInt64.random(in: .min ... .max))"

    init() throws { _ = try StateFolder(at: path) }

    deinit {
        do { try FileManager.default.removeItem(atPath: path) } catch { print("left behind: \(path)") }
    }

    func folder() throws -> StateFolder { try StateFolder(at: path) }
}
