import CScrub
import FoundationEssentials
import Testing

@Suite("Code that only the start has used", .serialized)
struct ForgottenStartTests {
    /// Kilobytes of files that are mapped and resident.
    private func residentFiles() throws -> Int {
        let status = try #require(FileManager.default.contents(atPath: "/proc/self/status"))
        let line = String(decoding: status, as: UTF8.self).split(separator: "\n").first { $0.hasPrefix("RssFile:") }
        return try #require(line?.split { !$0.isNumber }.first.flatMap { Int($0) })
    }

    @Test("it is given back, and what is needed comes back as it was")
    func givenBack() throws {
        let words = "constant text of the program"
        let before = try residentFiles()
        cscrub_forget_start()
        let after = try residentFiles()
        #expect(after < before, "\(before) kB before, \(after) kB after")
        #expect(words.split(separator: " ").count == 5)
    }
}
