import FoundationEssentials
import StateFiles
import Testing

@testable import Operations

@Suite("The incident on the disk")
struct IncidentStoreTests {
    private let place: TemporaryPlace
    private let id: IncidentID
    private let time = Date(timeIntervalSince1970: 1_795_000_000)

    init() throws {
        place = try TemporaryPlace()
        id = try IncidentID("INC-7")
    }

    private func log(_ place: TemporaryPlace? = nil) throws -> IncidentLog {
        try IncidentStore(in: try (place ?? self.place).folder(), clock: { [time] in time }).log(id)
    }

    private func note(_ text: String, after seconds: Double = 0) -> TimelineEntry {
        TimelineEntry(.note, from: .human, at: time.addingTimeInterval(seconds), note: text)
    }

    private var file: String { "incidents/INC-7/timeline.jsonl" }

    @Test("what was noted is read back, tied line to line")
    func roundTrip() throws {
        var entry = note("found \u{202E} in a paste\n\"quoted\"")
        entry.isEstimated = true
        entry.moment = .compromise
        entry.evidence = ["https://example.com/paste"]
        entry.change = IncidentChange(title: "x", severity: .p2, responders: ["a", "b"])
        entry.containment = Containment(
            id: "c-1", action: .restrictSecret, reference: "secret:a", account: "111122223333", region: "eu-west-1",
            steps: [
                .init(
                    .secretPolicy(secret: "a", document: PolicyText("{\"Statement\":[]}")),
                    before: .secretPolicy(secret: "a", document: nil)),
                .init(
                    .alias(function: "f", name: "live", version: "1", weights: [.init(version: "2", weight: 0.25)]),
                    before: .concurrency(function: "f", reserved: nil))
            ])
        try log().append(entry)
        try log().append(note("second", after: 1))
        let lines = try log().timeline().lines
        #expect(lines.map(\.entry) == [entry, note("second", after: 1)])
        #expect(lines[1].previous == lines[0].hash)
        #expect(lines[0].previous == String(repeating: "0", count: 64))
    }

    @Test("a changed line is told by its number and nothing is read")
    func tampered() throws {
        for text in ["one", "two", "three"] { try log().append(note(text)) }
        let changed = String(decoding: place.bytes(file), as: UTF8.self).replacing("two", with: "owt")
        try place.write(Array(changed.utf8), to: file)
        let log = try log()
        #expect(throws: OperationFailure.self) { try log.timeline() }
        do { _ = try log.timeline() } catch { #expect(error.message.contains("line 2") && error.kind == .badInput) }
        #expect(throws: OperationFailure.self) { try log.append(note("four")) }
    }

    @Test("a line taken out, two lines exchanged: told")
    func reordered() throws {
        for text in ["one", "two", "three"] { try log().append(note(text)) }
        let lines = place.bytes(file).split(separator: 0x0A)
        try place.write(Array(lines[0] + [0x0A] + lines[2] + [0x0A]), to: file)
        let log = try log()
        #expect(throws: OperationFailure.self) { try log.timeline() }
    }

    @Test("whatever a crash leaves of the last line, no note before it is lost and the next one is written")
    func torn() throws {
        try log().append(note("kept"))
        let whole = place.bytes(file)
        try log().append(note("torn away"))
        let both = place.bytes(file)
        for end in whole.count..<both.count {
            try place.write(Array(both[..<end]), to: file)
            try log().append(note("after"))
            let entries = try log().timeline().entries
            #expect(entries.compactMap(\.note).first == "kept" && entries.last?.note == "after")
            #expect(entries.contains { $0.action == .repaired } == (end > whole.count))
        }
    }

    @Test("two people's timelines merge by time, each chain as it was written")
    func merge() throws {
        let other = try TemporaryPlace()
        try log().append(note("first, here", after: 0))
        try log(other).append(note("second, there", after: 5))
        try log().append(note("third, here", after: 10))
        let export = try log(other).export()
        #expect(try log().take(export) == 1)
        #expect(try log().take(export) == 0)
        let timeline = try log().timeline()
        #expect(timeline.entries.map(\.note) == ["first, here", "second, there", "third, here"])
        #expect(timeline.chainCount == 2)
        // It goes on: the other writes more, and both ways around.
        try log(other).append(note("fourth, there", after: 15))
        #expect(try log().take(try log(other).export()) == 1)
        #expect(try log(other).take(try log().export()) == 2)
        #expect(try log(other).timeline().lines.map(\.hash) == log().timeline().lines.map(\.hash))
    }

    @Test("an import that is changed, has a gap, or contradicts is refused as a whole")
    func refusedImports() throws {
        let other = try TemporaryPlace()
        for number in 1...3 { try log(other).append(note("note \(number)")) }
        let lines = place(other).map { $0 + [0x0A] }
        let log = try log()
        #expect(throws: OperationFailure.self) { try log.take(Array((lines[0] + lines[2]).map { $0 })) }
        #expect(throws: OperationFailure.self) {
            try log.take(
                Array(String(decoding: lines.joined(), as: UTF8.self).replacing("note 2", with: "note 9").utf8))
        }
        #expect(try log.timeline().lines.isEmpty)
        #expect(try log.take(Array(lines.joined())) == 3)
    }

    @Test("an import that knows more of our own chain than we have says that lines were cut off")
    func ownCutOff() throws {
        for number in 1...3 { try log().append(note("note \(number)")) }
        let export = try log().export()
        let lines = place.bytes(file).split(separator: 0x0A)
        try place.write(Array(lines[0] + [0x0A]), to: file)
        do {
            _ = try log().take(export)
            Issue.record("taken")
        } catch let error as OperationFailure {
            #expect(error.message.contains("cut off"))
        }
    }

    private func place(_ other: TemporaryPlace) -> [[UInt8]] {
        other.bytes(file).split(separator: 0x0A).map(Array.init)
    }

    @Test("the attached incident outlives the process, and none is none")
    func attached() throws {
        let store = IncidentStore(in: try place.folder())
        #expect(try store.attached() == nil)
        try store.attach(id)
        #expect(try IncidentStore(in: try place.folder()).attached() == id)
        try store.attach(nil)
        #expect(try store.attached() == nil)
    }

    @Test(
        "ids that are no plain word are refused",
        arguments: ["", ".", "..", "a/b", "a b", "-x", "ü", String(repeating: "a", count: 65)])
    func ids(text: String) {
        #expect(throws: OperationFailure.self) { try IncidentID(text) }
    }
}

extension IncidentLog {
    /// The chains as `incident export --as chain` writes them.
    fileprivate func export() throws -> [UInt8] {
        try chains().flatMap(\.lines).flatMap { line -> [UInt8] in line.bytes + [0x0A] }
    }
}
