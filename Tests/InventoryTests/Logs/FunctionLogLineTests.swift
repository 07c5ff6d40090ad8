import FoundationEssentials
import Inventory
import Testing

@Suite("Lines of a function's log")
struct FunctionLogLineTests {
    private static let id = "8f5b1c2e-0d3a-4b7c-9e1f-123456789abc"
    private static let time = "2026-11-27T14:02:31.123Z"

    private func line(_ text: String) -> FunctionLogLine {
        var text = text
        return text.withUTF8 {
            FunctionLogLine(time: Date(timeIntervalSince1970: 0), message: UnsafeRawBufferPointer($0))
        }
    }

    @Test("what Lambda writes is read out, as text and as JSON")
    func platform() {
        #expect(line("START RequestId: \(Self.id) Version: 87\n").event == .starts(version: "87"))
        #expect(line("START RequestId: \(Self.id) Version: $LATEST\n").requestID == Self.id)
        #expect(line("END RequestId: \(Self.id)\n").event == .ends)
        #expect(
            line("INIT_START Runtime Version: python:3.13.v61\tRuntime Version ARN: arn:aws:lambda:…").event
                == .environmentStarts(runtime: "python:3.13.v61"))
        var report = FunctionLogLine.Report()
        report.milliseconds = 104.91
        report.billedMilliseconds = 105
        report.memory = 128
        report.memoryUsed = 41
        report.startMilliseconds = 201.5
        let text =
            "REPORT RequestId: \(Self.id)\tDuration: 104.91 ms\tBilled Duration: 105 ms\tMemory Size: 128 MB\t"
            + "Max Memory Used: 41 MB\tInit Duration: 201.5 ms\t\n"
        #expect(line(text).event == .reports(report))
        let json =
            "{\"time\":\"\(Self.time)\",\"type\":\"platform.report\",\"record\":{\"requestId\":\"\(Self.id)\",\"metrics\":"
            + "{\"durationMs\":104.91,\"billedDurationMs\":105,\"memorySizeMB\":128,\"maxMemoryUsedMB\":41,"
            + "\"initDurationMs\":201.5},\"status\":\"success\"}}"
        #expect(line(json).event == .reports(report))
        #expect(line(json).requestID == Self.id)
        #expect(
            line("{\"type\": \"platform.start\", \"record\": {\"requestId\": \"\(Self.id)\", \"version\": \"12\"}}")
                .event
                == .starts(version: "12"))
        #expect(
            line("\(Self.time) \(Self.id) Task timed out after 3.00 seconds\n").event == .timesOut(seconds: 3))
    }

    @Test(
        "of what a function writes the level, the class of an error, the request and the size are kept",
        arguments: [
            ("[ERROR]\t\(time)\t\(id)\tpassword=hunter2", FunctionLogLine.Level.error, nil, true),
            ("\(time)\t\(id)\tWARN\tpassword=hunter2 and so on", .warn, nil, true),
            ("[ERROR] AccessDeniedException: password=hunter2", .error, "AccessDeniedException", false),
            (
                "{\"level\":\"error\",\"message\":\"hunter2\",\"requestId\":\"\(id)\",\"errorType\":\"KeyError\"}",
                .error,
                "KeyError", true
            ),
            ("hunter2", nil, nil, false), ("", nil, nil, false), ("{", nil, nil, false),
            ("ERRORhunter2", nil, nil, false)
        ] as [(String, FunctionLogLine.Level?, String?, Bool)])
    func written(text: String, level: FunctionLogLine.Level?, error: String?, hasID: Bool) {
        let line = line(text)
        #expect(line.event == .written(level: level, error: error, size: SizeClass(byteCount: text.utf8.count)))
        #expect(line.requestID == (hasID ? Self.id : nil))
    }

    /// Whatever stands where Lambda would write something: nothing of it comes through.
    @Test(
        "a value in any place of any form is in nothing that is kept",
        arguments: [
            "START RequestId: CANARY", "START RequestId: \(id) Version: CANARY", "END RequestId: CANARY",
            "REPORT RequestId: CANARY\tDuration: CANARY ms", "INIT_START Runtime Version: CANARY+x",
            "[CANARY]\t\(time)", "\(time)\tCANARY\tERROR", "[ERROR] CANARY: no", "[ERROR] canaryError: CANARY",
            "Task timed out after CANARY", "{\"level\":\"CANARY\"}", "{\"requestId\":\"CANARY\"}",
            "{\"type\":\"CANARY\"}", "{\"errorType\":\"CANARY\"}",
            "{\"type\":\"platform.start\",\"version\":\"CANARY\"}",
            "{\"durationMs\":CANARY,\"type\":\"platform.report\"}"
        ])
    func closed(text: String) {
        var shown = ""
        dump(line(text), to: &shown)
        #expect(!shown.uppercased().contains("CANARY"), "\(shown)")
    }
}
