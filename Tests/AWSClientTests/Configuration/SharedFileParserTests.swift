import FoundationEssentials
import SensitiveMemory
import Testing

@testable import AWSClient

@Suite("The grammar of the shared files")
struct SharedFileParserTests {
    static func parse(_ text: String) throws(SharedFileError) -> SharedFile {
        let buffer = WipedBuffer()
        buffer.append(text: text)
        return try SharedFileParser.parse(buffer, path: "~/.aws/config")
    }

    private func text(_ file: SharedFile, _ section: String, _ name: String) -> String? {
        guard case .text(let text)? = file.sections.first(where: { $0.name == section })?.properties[name]?.value
        else { return nil }
        return text
    }

    @Test("comments, both marks, odd cases and spaces, continuation, line ends")
    func lines() throws {
        let file = try Self.parse(
            "\u{FEFF}# a comment\r\n; another\r\n[ profile one ]\r\nREGION=eu-west-1\r\n  \r\n  # inside\r\n"
                + "output : json # not a comment\nlong = a\n   b = c\n\n   d\nempty =\n[two]\nx=1=2:3\n")
        #expect(file.sections.map(\.name) == ["profile one", "two"])
        #expect(text(file, "profile one", "region") == "eu-west-1")
        #expect(text(file, "profile one", "output") == "json # not a comment")
        #expect(text(file, "profile one", "long") == "a\nb = c\n\nd")
        #expect(text(file, "profile one", "empty") == "")
        #expect(text(file, "two", "x") == "1=2:3")
        #expect(file.sections[0].properties["output"]?.line == 7)
    }

    @Test("an indented block is nested, and DEFAULT is in every section")
    func nested() throws {
        let file = try Self.parse("[DEFAULT]\nall = 1\n[a]\ns3 =\n  x = y = z\n  # no\n\n  Q=\n[b]\nall = 2\n")
        guard case .nested(let values)? = file.sections[0].properties["s3"]?.value else {
            Issue.record("not nested")
            return
        }
        #expect(values == ["x": "y = z", "Q": ""])
        #expect(text(file, "a", "all") == "1")
        #expect(text(file, "b", "all") == "2")
    }

    @Test("keys are never text")
    func secrets() throws {
        let file = try Self.parse("[a]\naws_secret_access_key = fake/canary=\nAWS_SESSION_TOKEN: fake-token\n")
        for name in ["aws_secret_access_key", "aws_session_token"] {
            guard case .secret(let secret)? = file.sections[0].properties[name]?.value else {
                Issue.record("\(name) is not a secret")
                continue
            }
            let expected = name == "aws_session_token" ? "fake-token" : "fake/canary="
            #expect(secret.withUnsafeBytes { Array($0) } == Array(expected.utf8))
        }
    }

    @Test(
        "errors name the file and the line, and quote nothing",
        arguments: [
            ("region = x\n", 1, SharedFileError.Reason.noSection), ("[a]\n\nwords\n", 3, .notAProperty),
            ("[a]\n= x\n", 2, .noName), ("[a]\nx=1\n[a]\n", 3, .duplicateSection),
            ("[a]\nx=1\nX=2\n", 3, .duplicateProperty), ("[a]\ns3 =\n  canary @ x\n", 3, .nestedNotAProperty),
            ("[]\n", 1, .noSection), ("[a]\n[\n", 2, .notAProperty)
        ])
    func errors(text: String, line: Int, reason: SharedFileError.Reason) {
        let error = #expect(throws: SharedFileError.self) { try Self.parse(text) }
        #expect(error == SharedFileError(path: "~/.aws/config", line: line, reason: reason))
        #expect(error?.words.hasPrefix("~/.aws/config, line \(line): ") == true)
        #expect(error?.words.contains("canary") == false)
    }

    @Test("bytes that are no text are an error, not a crash")
    func badBytes() throws {
        let bytes = try Data(contentsOf: try Vectors.folder("tests/unit/cfg").appending(path: "aws_config_badbytes"))
        let buffer = WipedBuffer()
        bytes.withUnsafeBytes { buffer.append($0) }
        #expect(throws: SharedFileError.self) { try SharedFileParser.parse(buffer, path: "x") }
    }

    @Test("section names in words, as a shell splits them")
    func words() {
        #expect(SharedConfiguration.words("profile one") == ["profile", "one"])
        #expect(SharedConfiguration.words("profile \"my profile\"") == ["profile", "my profile"])
        #expect(SharedConfiguration.words("profile\t'a b'c") == ["profile", "a bc"])
        #expect(SharedConfiguration.words("profile \"a\" \"b\"") == ["profile", "a", "b"])
        #expect(SharedConfiguration.words("profile \"open") == [])
        #expect(SharedConfiguration.words("profile a\\ b") == ["profile", "a b"])
    }
}
