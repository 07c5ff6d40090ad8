import FoundationEssentials
import StateFiles

/// A state folder of its own for one test, removed with the test.
final class TemporaryPlace: Sendable {
    let path = "/tmp/curtain-incident-\(UInt64.random(in: .min ... .max))"

    init() throws { _ = try StateFolder(at: path) }

    deinit {
        do { try FileManager.default.removeItem(atPath: path) } catch { print("left behind: \(path)") }
    }

    func folder() throws -> StateFolder { try StateFolder(at: path) }

    func bytes(_ name: String) -> [UInt8] {
        FileManager.default.contents(atPath: path + "/" + name).map(Array.init) ?? []
    }

    func write(_ bytes: [UInt8], to name: String) throws { try Data(bytes).write(to: URL(filePath: path + "/" + name)) }
}
