import Inventory
import Testing

@Suite("One variable more in a YAML template")
struct TemplateMarkerTests {
    /// The text with the marker in these functions; nil where that would make it another template.
    private static func marked(_ text: String, _ value: String?, _ functions: [String] = ["Pay"]) throws -> String? {
        let marker = TemplateMarker("CURTAIN_PLAN", value, in: functions)
        let bytes = Array(text.utf8)
        let edits = try bytes.withUnsafeBytes { try marker.edits(in: $0) }
        var result: [UInt8] = []
        var place = 0
        for edit in edits {
            result += bytes[place..<edit.range.lowerBound] + Array(edit.text.utf8)
            place = edit.range.upperBound
        }
        result += bytes[place...]
        let isSame = try bytes.withUnsafeBytes { before in
            try result.withUnsafeBytes { try marker.isOnlyDifference(between: before, and: $0) }
        }
        return isSame ? String(decoding: result, as: UTF8.self) : nil
    }

    private static func template(_ variables: String, lineBreak: String = "\n") -> String {
        """
        ---
        Parameters: {Stage: {Type: String}}
        Resources:
          Other:
            Type: AWS::Lambda::Function
            Properties:
              Code:
                ZipFile: |
                  Resources:
                    Pay: this is a text
              Environment: {Variables: {A: b}}
          Pay:
            Type: AWS::Serverless::Function
            Properties:
              Environment:
                Variables:
        \(variables)
              Events:
                Nightly: !Ref Rule
        Outputs:
          Arn: !GetAtt Pay.Arn

        """.replacing("\n", with: lineBreak)
    }

    @Test(
        "one line comes, in front of the first variable, and goes again without a trace",
        arguments: [
            "          KEY: '{{resolve:secretsmanager:prod/key}}'",
            "          # settings\n          A: !Sub '${Stage}'   # short form\n          B: |\n            two\n            lines",
            "          URL: !Join\n            - ''\n            - [a, b]", "             DEEP: 1"
        ], ["\n", "\r\n"])
    func thereAndBack(_ variables: String, _ lineBreak: String) throws {
        let text = Self.template(variables, lineBreak: lineBreak)
        let marked = try #require(try Self.marked(text, "p-12345678"))
        let lines = marked.split(separator: lineBreak, omittingEmptySubsequences: false)
        #expect(lines.count == text.split(separator: lineBreak, omittingEmptySubsequences: false).count + 1)
        #expect(lines.filter { $0.hasSuffix(" CURTAIN_PLAN: p-12345678") }.count == 1)
        #expect(try Self.marked(marked, nil) == text)
        #expect(try Self.marked(marked, "p-87654321") == marked.replacing("p-12345678", with: "p-87654321"))
        #expect(try Self.marked(text, nil) == text)
    }

    @Test("several functions get a line each")
    func several() throws {
        let text = """
            Resources:
              A: {Type: AWS::SNS::Topic}
              B:
                Properties:
                  Environment:
                    Variables:
                      X: 1
              C:
                Properties:
                  Environment:
                    Variables:
                      X: 1
            """
        let marked = try #require(try Self.marked(text, "p-1", ["C", "B"]))
        #expect(marked.split(separator: "\n").filter { $0.contains("CURTAIN_PLAN: p-1") }.count == 2)
        #expect(try Self.marked(marked, nil, ["B", "C"]) == text)
    }

    @Test(
        "what does not stand in lines of its own is refused, with its line",
        arguments: [
            ("Resources:\n  Pay:\n    Properties: {Environment: {Variables: {A: b}}}\n", 3),
            ("Resources:\n  Pay:\n    Properties:\n      Environment:\n        Variables: {A: b}\n", 5),
            ("Resources:\n  Pay:\n    Properties:\n      Environment:\n        Variables: *shared\n", 5),
            ("Resources:\n  Pay:\n    Properties:\n      Environment:\n        Variables:\n", 6),
            ("Resources:\n  Pay:\n    Properties:\n      Handler: a\n", 5), ("Resources:\n  Other: {}\n", 3)
        ])
    func refused(_ text: String, _ line: Int) throws {
        let error = #expect(throws: TemplateError.self) { try Self.marked(text, "p-1") }
        #expect(error.map { "\($0)".contains("line \(line)") } == true, "\(String(describing: error))")
    }

    @Test("a text that would become another template is not taken")
    func another() throws {
        // The anchor's variables are those of both functions, and only one of them was to be changed.
        let text = """
            Resources:
              Pay:
                Properties:
                  Environment:
                    Variables: &shared
                      X: 1
              B:
                Properties:
                  Environment:
                    Variables: *shared
            """
        let marked = try? Self.marked(text, "p-1")
        #expect(marked == nil || marked == .some(nil))
    }
}
