import Glibc
import Operations
import SensitiveMemory
import Testing

@testable import curtain

@Suite("A command that prints the new value")
struct ValueCommandTests {
    private func command(_ text: String, seconds: Double = 20) -> ValueCommand {
        ValueCommand(command: text, environment: ["PATH=/usr/bin:/bin"], seconds: seconds)
    }

    private func output(_ text: String) async throws -> [UInt8] {
        let buffer = try await command(text).output()
        defer { buffer.wipe() }
        return buffer.withUnsafeBytes { Array($0) }
    }

    @Test("what it prints is the value, byte for byte, and nothing that it says besides")
    func bytes() async throws {
        #expect(try await output("printf 'one\\ntwo\\0\\n'; echo c4nary >&2") == Array("one\ntwo\0\n".utf8))
        #expect(try await output("head -c 65536 /dev/zero").count == 65536)
        #expect(try await output(":").isEmpty)
    }

    @Test(
        "what goes wrong is one line, without a word of what it wrote",
        arguments: [
            ("echo c4nary; echo c4nary >&2; exit 3", "ended with exit code 3, what it wrote is not shown"),
            ("echo c4nary; kill -9 $$", "ended with signal 9, what it wrote is not shown"),
            ("no-such-program-c4", "ended with exit code 127, what it wrote is not shown"),
            ("head -c 65537 /dev/zero", "printed more than 65536 bytes")
        ])
    func failures(_ text: String, _ words: String) async throws {
        let failure = await #expect(throws: OperationFailure.self) { try await command(text).output() }
        #expect(failure?.kind == .badInput)
        #expect(failure?.message == "the command for the new value \(words); nothing was changed with it")
    }

    @Test("one that does not end is killed, also while something that it has started keeps its output open")
    func slow() async throws {
        for text in ["exec sleep 60", "sleep 5 & echo c4nary; wait"] {
            let failure = await #expect(throws: OperationFailure.self) {
                try await command(text, seconds: 1).output()
            }
            #expect(failure?.message.contains("did not end in 1 s and was killed") == true)
        }
    }
}
