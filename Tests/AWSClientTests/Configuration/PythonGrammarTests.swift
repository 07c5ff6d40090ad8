import SensitiveMemory
import StrictJSON
import Subprocess
import Testing

@testable import AWSClient

/// botocore reads the shared files with Python's own parser, so that parser is the reference.
@Suite("The grammar against Python's configparser")
struct PythonGrammarTests {
    private static let program = """
        import configparser, json, sys
        out = []
        for text in json.load(sys.stdin):
            parser = configparser.RawConfigParser()
            try:
                parser.read_string(text)
                out.append({s: {o: parser.get(s, o) for o in parser.options(s)} for s in parser.sections()})
            except configparser.Error:
                out.append(None)
        json.dump(out, sys.stdout)
        """

    private static let pieces = [
        "[a]", "[b]", "[profile x]", " [c]", "x = 1", "X=2", "y: 3", "z =", "  cont", "   deeper = 4", "", "  ",
        "# comment", "  # inner", "; c", "q=", "\tw = 5", "name", "= v", "k = v # v", "[DEFAULT]", "d = 9",
        "m : n = o", "[]", "[e] tail", "t = [x]", "u = é", "v\u{A0}= 1"
    ]

    /// Texts of the pieces that matter, put together at random from a fixed seed.
    private static func texts(_ count: Int) -> [String] {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        return (0..<count).map { _ in
            let lines = (0..<(1 + next(9))).map { _ in pieces[next(pieces.count)] }
            return (next(4) > 0 ? "[first]\n" : "") + lines.joined(separator: "\n") + "\n"
        }
    }

    @Test("5000 random files are read alike, or refused alike")
    func random() async throws {
        let texts = Self.texts(5000)
        var writer = JSONWriter()
        writer.array { writer in for text in texts { writer.string(text) } }
        let result = try await Subprocess.run(
            .name("python3"), arguments: ["-c", Self.program], input: .array(writer.bytes),
            output: .string(limit: 16 << 20), error: .discarded)
        let answers = Array(try JSONDocument(result.standardOutput).root.elements)
        try #require(answers.count == texts.count)
        var read = 0
        for (text, expected) in zip(texts, answers) {
            let file = try? SharedFileParserTests.parse(text)
            guard let file, !expected.isNull else {
                // Ours alone refuses a nested block without an equals sign, which botocore refuses a step later.
                #expect((file == nil) == expected.isNull || Self.hasBrokenBlock(expected), "\(text)")
                continue
            }
            read += 1
            for (section, options) in expected.members {
                let own = file.sections.first { $0.name == section.string }
                for (name, value) in options.members {
                    Self.compare(own?.properties[name.string ?? ""]?.value, value.string ?? "", text)
                }
                #expect(own?.properties.count == Array(options.members).count, "\(text)")
            }
        }
        #expect(read > 1000)
    }

    private static func hasBrokenBlock(_ expected: JSONNode) -> Bool {
        expected.members.contains { _, options in
            options.members.contains { _, value in
                let text = value.string ?? ""
                return text.hasPrefix("\n") && text.split(separator: "\n").contains { !$0.contains("=") }
            }
        }
    }

    private static func compare(_ own: SharedFile.Value?, _ expected: String, _ text: String) {
        switch own {
        case .text(let value): #expect(value == expected, "\(text)")
        case .nested(let values):
            #expect(expected.hasPrefix("\n"), "\(text)")
            for line in expected.split(separator: "\n") {
                let name = line.prefix { $0 != "=" }.filter { $0 != " " }
                #expect(values[name] != nil, "\(text)")
            }
        case .secret, nil: Issue.record("\(text)")
        }
    }
}
