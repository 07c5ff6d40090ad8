import Glibc
import SensitiveMemory
import Testing

@testable import curtain

@Suite("A person's program with values on pipes")
struct PipedProgramTests {
    init() {
        // As main does: a program that reads nothing must not end the one that writes to it.
        signal(SIGPIPE, SIG_IGN)
    }

    private func program(_ command: String, _ arguments: [String] = ["set"], seconds: Double = 20) -> PipedProgram {
        PipedProgram(
            command: command, arguments: arguments, environment: ["PATH=/usr/bin:/bin", "CURTAIN_STEP=set"],
            seconds: seconds)
    }

    private func bytes(_ text: String) throws -> SecretBytes {
        var text = text
        return try text.withUTF8 { try SecretBytes(copying: UnsafeRawBufferPointer($0)) }
    }

    @Test("it reads one value from standard input and the other from descriptor 3, and gets its argument")
    func pipes() throws {
        let script =
            #"f() { [ "$1" = set ] && [ "$(cat)" = c4nary-new ] && [ "$(cat <&3)" = c4nary-old ] && echo fine; }; f"#
        let outcome = program(script).run(input: try bytes("c4nary-new"), second: try bytes("c4nary-old"))
        #expect(outcome == .ended(0, lastLine: "fine"))
    }

    @Test("a large value goes through while it writes much, and nobody waits for the other for ever")
    func large() throws {
        let value = try bytes(String(repeating: "0123456789abcdef", count: 4096))
        let script = "f() { yes | head -c 300000; [ $(wc -c) = 65536 ] && [ $(wc -c <&3) = 65536 ]; }; f"
        // What it writes beyond 64 KiB is dropped.
        #expect(program(script).run(input: value, second: value) == .ended(0, lastLine: "y"))
        let counted = program("f() { wc -c | tr -d ' '; }; f").run(input: value, second: nil)
        #expect(counted == .ended(0, lastLine: "65536"))
    }

    @Test("a program that does not read its values ends all the same")
    func unread() throws {
        #expect(program("f() { exit 7; }; f").run(input: try bytes("c4nary"), second: nil) == .ended(7, lastLine: ""))
    }

    @Test(
        "words that hold a value, a field of it or its base64 are not shown; others are, cleaned",
        arguments: [
            ("f() { cat; }; f", "(it wrote a value, which is not shown)"),
            ("f() { sed 's/.*password\":\"//; s/\".*//'; }; f", "(it wrote a value, which is not shown)"),
            ("f() { base64 -w0; }; f", "(it wrote a value, which is not shown)"),
            (#"f() { printf 'no \033[2Jsuch role\n'; }; f"#, "no <U+001B>[2Jsuch role")
        ])
    func words(_ script: String, _ expected: String) throws {
        let value = try bytes(#"{"user":"orders","password":"c4nary-password"}"#)
        #expect(program(script).run(input: value, second: nil) == .ended(0, lastLine: expected))
    }

    @Test("it is killed with what it has started when its time is over")
    func tooLong() throws {
        #expect(program("f() { sleep 600; }; f", seconds: 0.2).run(input: nil, second: nil) == .tooLong)
    }

    @Test("nothing of our environment goes to it but what is listed")
    func environment() {
        let outcome = program("f() { env | cut -d= -f1 | sort | tr '\\n' ' '; }; f").run(input: nil, second: nil)
        #expect(outcome == .ended(0, lastLine: "CURTAIN_STEP PATH PWD "))
    }
}
