import AuditTrail
import ConsoleViewModels
import FoundationEssentials
import Inventory
import Operations
import Testing

@testable import Console

@Suite("The effects that keep an incident and contain")
@MainActor
struct IncidentEffectTests {
    private let place: TemporaryState
    private let bench: RunnerBench
    private let incidents: PlayedIncidents

    init() throws {
        place = try TemporaryState()
        let store = IncidentStore(in: try place.folder())
        var made: PlayedIncidents?
        bench = RunnerBench { trail in
            let incidents = PlayedIncidents(store, audit: trail)
            made = incidents
            return incidents
        }
        incidents = try #require(made)
    }

    private func sheet() async throws -> IncidentSheet? {
        try await bench.next("timelineChanged") { event -> IncidentSheet?? in
            if case .timelineChanged(let sheet) = event { .some(sheet) } else { nil }
        }
    }

    private func failure() async throws -> Problem {
        try await bench.next("incidentFailed") { if case .incidentFailed(let problem) = $0 { problem } else { nil } }
    }

    private func notice() async throws -> Notice {
        try await bench.next("notice") { if case .notice(let notice) = $0 { notice } else { nil } }
    }

    private func open() async throws {
        bench.runner.carryOut(.open(id: "INC-7", title: "a paste", severity: "P2"), mode: AccessMode())
        _ = try #require(try await sheet())
    }

    @Test("an incident is opened, attached and told; every record from there on names it")
    func opens() async throws {
        bench.runner.carryOut(.open(id: "INC-7", title: "a paste", severity: "P2"), mode: AccessMode())
        #expect(try await notice().text == "incident INC-7 is open and attached")
        #expect(try #require(try await sheet()).id == "INC-7")
        #expect(try incidents.store.attached()?.text == "INC-7")
        bench.runner.carryOut(.note("seen at 13:05", about: nil), mode: AccessMode())
        #expect(try #require(try await sheet()).id == "INC-7")
        #expect(bench.trail.records.map(\.context.incident) == [nil, "INC-7"])
    }

    @Test("an id that nobody opened on this machine is said when it is attached")
    func attaches() async throws {
        try await open()
        _ = try await notice()
        bench.runner.carryOut(.attach("INC-8"), mode: AccessMode())
        let slip = try await bench.next("warning") { event -> String? in
            if case .notice(let notice) = event, notice.severity == .warning { notice.text } else { nil }
        }
        #expect(slip == "incident INC-8 begins on this machine and is attached (:inc detach takes it back)")
        bench.runner.carryOut(.attach("INC-7"), mode: AccessMode())
        #expect(try await notice().text == "incident INC-7 is attached")
        bench.runner.carryOut(.attach("no id/"), mode: AccessMode())
        #expect(try await failure().summary.contains("an incident's id"))
    }

    @Test("a watch tells each look, puts a use into the timeline, and says what it could not see")
    func watches() async throws {
        bench.runner.carryOut(.watch(seconds: 60), mode: AccessMode())
        #expect(try await failure().summary.contains("no incident is attached"))
        try await open()
        bench.runner.carryOut(.watch(seconds: 60), mode: AccessMode())
        #expect(try await failure().summary.contains("nothing was rotated or made inactive"))
        let log = try incidents.store.log(try IncidentID("INC-7"))
        try log.append(
            TimelineEntry(
                .contained, from: .tool, at: Date(timeIntervalSince1970: 1_700_000_000),
                target: "accesskey:AKIAIOSFODNN7EXAMPLE"))
        bench.runner.carryOut(.watch(seconds: 60), mode: AccessMode())
        let sheet = try await bench.next("watched") { if case .watched(let sheet) = $0 { sheet } else { nil } }
        #expect(sheet.state == .used && sheet.uses.map(\.actor) == ["eve"])
        #expect(sheet.regions.map(\.name) == ["eu-west-1", "us-east-1"] && sheet.regions[1].newest == nil)
        #expect(sheet.problems == ["us-east-1 may not be asked"])
        _ = try await bench.next("incidentGrown") { if case .incidentGrown = $0 { true } else { nil } }
        let told = try log.timeline().entries.filter { $0.action == .used }
        #expect(told.count == 1 && told.first?.target == "accesskey:AKIAIOSFODNN7EXAMPLE")
        #expect(told.first?.evidence == ["cloudtrail e-1"])
    }

    @Test("what is written is written in its order, and read back as it stands")
    func writes() async throws {
        try await open()
        bench.runner.carryOut(.decision("rotate it", by: "a.lind"), mode: AccessMode())
        bench.runner.carryOut(.todo("tell the provider", owner: "j.osei"), mode: AccessMode())
        _ = try await sheet()
        let after = try #require(try await sheet())
        #expect(after.todos.map(\.text) == ["tell the provider"])
        bench.runner.carryOut(.todoDone(after.todos[0].id), mode: AccessMode())
        #expect(try #require(try await sheet()).todos.isEmpty)
        bench.runner.carryOut(.todoDone("t99"), mode: AccessMode())
        #expect(try await failure().summary.contains("there is no todo t99"))
    }

    @Test("without an incident nothing is written, and the words say what to do")
    func unattached() async throws {
        for order in [IncidentOrder.note("x", about: nil), .decision("x", by: "y"), .close(note: nil)] {
            bench.runner.carryOut(order, mode: AccessMode())
            #expect(try await failure().summary.contains("no incident is attached"))
        }
        #expect(bench.trail.records.isEmpty)
    }

    @Test("what the trail cannot keep is not in the timeline")
    func unwritable() async throws {
        try await open()
        bench.trail.refuse(.incidentNoted)
        bench.runner.carryOut(.note("seen at 13:05", about: nil), mode: AccessMode())
        #expect(try await failure().kind == .auditUnwritable)
        let log = try incidents.store.known(try IncidentID("INC-7"))
        #expect(try log.timeline().lines.count == 1)
    }

    @Test("the first containment opens an incident of its own")
    func contains() async throws {
        bench.runner.carryOut(.contain(.stopInvocations, .function(name: "one"), note: nil), mode: AccessMode())
        #expect(try await notice().text.hasPrefix("stop-invocations fn:one: done"))
        #expect(incidents.acts == ["contain stop-invocations fn:one in INC-MADE"])
        #expect(try #require(try await sheet()).id == "INC-MADE")
    }

    @Test("nothing is contained or taken back in share or read-only mode", arguments: [true, false])
    func forbidden(isShared: Bool) async throws {
        try await open()
        let mode = isShared ? AccessMode(share: true) : AccessMode(readOnly: true)
        for order in [
            IncidentOrder.contain(.stopInvocations, .function(name: "one"), note: nil), .undo("c-1", note: nil)
        ] {
            bench.runner.carryOut(order, mode: mode)
            #expect(try await failure().kind == .denied)
        }
        #expect(incidents.acts.isEmpty)
    }

    @Test("what was never contained is not taken back; what cannot be prepared says why")
    func unknown() async throws {
        try await open()
        bench.runner.carryOut(.undo("c-99", note: nil), mode: AccessMode())
        #expect(try await failure().summary.contains("there is no containment c-99"))
        bench.runner.carryOut(.prepare(.stopInvocations, .function(name: "gone")), mode: AccessMode())
        #expect(try await failure().summary.contains("no fn:gone here"))
        #expect(incidents.acts.isEmpty)
    }

    @Test("closing lets the incident go and says what is left to do")
    func closes() async throws {
        try await open()
        bench.runner.carryOut(.todo("tell the provider", owner: nil), mode: AccessMode())
        _ = try await sheet()
        _ = try await notice()
        bench.runner.carryOut(.close(note: "done for now"), mode: AccessMode())
        #expect(try await sheet() == nil)
        #expect(try await notice().text == "INC-7 is closed; still contained: 0, still to do: 1")
        #expect(try incidents.store.attached() == nil)
    }
}
