import AuditTrail
import FoundationEssentials
import Synchronization
import Testing

@Suite("Reading the trail")
struct AuditReaderTests {
    private func bench() throws -> TrailBench {
        let seconds = Mutex(1_000_000.0)
        let bench = try TrailBench(clock: {
            Date(
                timeIntervalSince1970: seconds.withLock { now in
                    now += 60
                    return now
                })
        })
        func add(_ event: AuditEvent, _ reference: String, incident: String? = nil, arn: String? = nil) throws {
            var context = TrailBench.context
            context.incident = incident
            context.actorARN = arn
            try bench.trail.append(AuditRecord(event, .done, context: context, reference: reference))
        }
        try add(.sessionStarted, "secret:z")
        try add(.revealRequested, "secret:a", incident: "INC-1")
        try add(.revealShown, "secret:a#/p", incident: "INC-1", arn: "arn:aws:sts::1:assumed-role/r/alice")
        try add(.compareDone, "secret:ab", incident: "INC-2")
        return bench
    }

    @Test("finds what the filter wants, forwards and from the end")
    func filters() throws {
        let bench = try bench()
        func found(_ set: (inout AuditFilter) -> Void) throws -> [Int] {
            var filter = AuditFilter()
            set(&filter)
            var forwards: [Int] = []
            try AuditReader(of: bench.folder).forEach(filter) { entry in
                forwards.append(entry.sequence)
                return true
            }
            #expect(try AuditReader(of: bench.folder).last(10, filter).map(\.sequence) == forwards)
            return forwards
        }
        #expect(try found { _ in } == [1, 2, 3, 4])
        #expect(try found { $0.events = ["reveal"] } == [2, 3])
        #expect(try found { $0.events = ["reveal.shown", "session"] } == [1, 3])
        #expect(try found { $0.reference = "secret:a" } == [2, 3])
        #expect(try found { $0.incident = "INC-1" } == [2, 3])
        #expect(try found { $0.actor = "alice" } == [3])
        #expect(try found { $0.actor = "u" } == [1, 2, 3, 4])
        #expect(try found { $0.since = Date(timeIntervalSince1970: 1_000_120) } == [2, 3, 4])
        #expect(try found { $0.until = Date(timeIntervalSince1970: 1_000_120) } == [1])
        #expect(try found { $0.session = "other" } == [])
    }

    @Test("stops when told, gives the last ones in order, and counts what is no record")
    func ends() throws {
        let bench = try bench()
        var seen = 0
        try AuditReader(of: bench.folder).forEach { _ in
            seen += 1
            return seen < 2
        }
        #expect(seen == 2)
        #expect(try AuditReader(of: bench.folder).last(2).map(\.sequence) == [3, 4])
        try bench.overwrite(lines: ["nonsense"] + (try bench.lines()) + [""])
        #expect(try AuditReader(of: bench.folder).forEach { _ in true } == 2)
        #expect(try AuditReader(of: bench.folder).last(9).count == 4)
    }

    @Test("no trail is an empty one")
    func empty() throws {
        let place = try TemporaryPlace()
        #expect(try AuditReader(of: place.folder).last(5) == [])
        #expect(try AuditReader(of: place.folder).forEach { _ in true } == 0)
    }

    @Test(
        "times are read as they were written",
        arguments: [0, 1, 951_782_400_123, 1_795_494_973_042, 4_102_444_800_500])
    func times(milliseconds: Int) throws {
        let time = Date(timeIntervalSince1970: Double(milliseconds) / 1000)
        let bench = try TrailBench(clock: { time })
        try bench.append()
        let read = try #require(try AuditReader(of: bench.folder).last(1).first).time
        #expect(abs(read.timeIntervalSince(time)) < 0.0011)
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        #expect(try bench.lines()[0].contains("\"time\":\"\(style.format(read))\""))
        #expect(try bench.verify() == .intact)
    }
}
