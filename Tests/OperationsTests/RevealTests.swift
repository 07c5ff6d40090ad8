import AuditTrail
import Inventory
import Operations
import SensitiveMemory
import Testing

@Suite("Reveal")
struct RevealTests {
    let bench = RevealBench()
    let secret = Reference.secret(name: "db")

    @Test("the request is on record before the fetch, the showing before the value, the closing after it")
    func order() async throws {
        bench.store.answers = [secret: "canary-5150"]
        let value = try await bench.reveal(secret, note: "INC-7 login fails")
        #expect(bench.text(of: value) == "canary-5150")
        #expect(
            bench.journal.lines == [
                "reveal.requested pending secret:db INC-7 login fails", "fetch secret:db", "reveal.shown done secret:db"
            ])
        value.close(.deadline)
        value.close(.moved)
        #expect(bench.journal.lines.dropFirst(3) == ["reveal.masked deadline secret:db"])
        #expect(bench.text(of: value) == nil)
        #expect(!value.isOpen)
        #expect(bench.store.handedOut.allSatisfy { $0.count == 0 })
    }

    @Test("the records carry version, request id and fingerprint, and the note once")
    func fields() async throws {
        bench.store.answers = [secret: "canary-5150"]
        bench.context.incident = "INC-7"
        try await bench.reveal(secret, note: "login fails").close(.asked)
        let fingerprint = bench.store.fingerprint(of: "canary-5150")
        let records = bench.audit.records
        #expect(records.map(\.version) == [nil, "v7", "v7"])
        #expect(records.map(\.requestID) == [nil, "req-1", "req-1"])
        #expect(records.map(\.fingerprint) == [nil, fingerprint, fingerprint])
        #expect(records.map(\.note) == ["login fails", nil, nil])
        #expect(records.allSatisfy { $0.context == bench.context })
    }

    @Test(
        "what the rules forbid is refused before anything happens",
        arguments: [
            (AccessMode(share: true), "because", "share mode"), (AccessMode(readOnly: true), "because", "read-only"),
            (AccessMode(), "", "a note is needed"), (AccessMode(), " \t\n", "a note is needed"),
            (AccessMode(), " ab ", "too short")
        ])
    func refused(mode: AccessMode, note: String, words: String) async {
        let failure = await #expect(throws: OperationFailure.self) {
            try await bench.reveal(secret, note: note, mode: mode)
        }
        #expect(failure?.kind == .denied)
        #expect(failure?.message.contains(words) == true)
        #expect(bench.journal.lines.isEmpty)
    }

    @Test("a pattern and an incident can be required")
    func stricter() async throws {
        bench.store.answers = [secret: "canary"]
        bench.policy.notePattern = "[A-Z]+-[0-9]+"
        await #expect(throws: OperationFailure.self) { try await bench.reveal(secret, note: "no ticket") }
        bench.policy.requireIncident = true
        await #expect(throws: OperationFailure.self) { try await bench.reveal(secret, note: "see OPS-12") }
        #expect(bench.journal.lines.isEmpty)
        bench.context.incident = "INC-1"
        #expect(bench.text(of: try await bench.reveal(secret, note: "see OPS-12")) == "canary")
    }

    @Test("a second factor that is required must have been entered lately", arguments: [nil, 901.0, -1.0])
    func secondFactor(age: Double?) throws {
        let policy = RevealPolicy(requireMFAMinutes: 15)
        let failure = #expect(throws: OperationFailure.self) {
            try policy.check("look", note: "a reason", incident: nil, mode: AccessMode(secondFactorAge: age))
        }
        #expect(failure?.kind == .denied)
        try policy.check("look", note: "a reason", incident: nil, mode: AccessMode(secondFactorAge: 899))
    }

    @Test("if the request cannot be recorded nothing is fetched")
    func unwritable() async {
        bench.audit.refuse(.revealRequested)
        let failure = await #expect(throws: OperationFailure.self) { try await bench.reveal(secret) }
        #expect(failure?.kind == .auditUnwritable)
        #expect(bench.journal.lines.isEmpty)
    }

    @Test("if the showing cannot be recorded the value is wiped and not handed out")
    func unwritableShowing() async {
        bench.store.answers = [secret: "canary-5150"]
        bench.audit.refuse(.revealShown)
        let failure = await #expect(throws: OperationFailure.self) { try await bench.reveal(secret) }
        #expect(failure?.kind == .auditUnwritable)
        #expect(bench.store.handedOut.map(\.count) == [0])
        #expect(bench.slot.current == nil)
    }

    @Test("if the closing cannot be recorded the value is closed all the same, and it is said")
    func unwritableClosing() async throws {
        bench.store.answers = [secret: "canary-5150"]
        let value = try await bench.reveal(secret)
        bench.audit.refuse(.revealMasked)
        #expect(value.close(.asked)?.kind == .auditUnwritable)
        #expect(bench.text(of: value) == nil)
        #expect(bench.store.handedOut.map(\.count) == [0])
    }

    @Test(
        "how the fetch failed is on record, with AWS's code and request id",
        arguments: [
            (OperationFailure.Kind.denied, "reveal.denied denied secret:db"),
            (.unreachable, "reveal.failed failed secret:db")
        ])
    func failures(kind: OperationFailure.Kind, line: String) async {
        bench.store.failure = OperationFailure(kind, "no", code: "SomeException", requestID: "req-9")
        let failure = await #expect(throws: OperationFailure.self) { try await bench.reveal(secret) }
        #expect(failure == bench.store.failure)
        #expect(bench.journal.lines.last == line)
        #expect(bench.audit.records.last?.error == "SomeException")
        #expect(bench.audit.records.last?.requestID == "req-9")
    }

    @Test(
        "what has no value is refused as a mistake of usage", arguments: [Reference.function(name: "f"), .key(id: "k")])
    func noValue(reference: Reference) async {
        let failure = await #expect(throws: OperationFailure.self) { try await bench.reveal(reference) }
        #expect(failure?.kind == .usage)
        #expect(bench.journal.lines.isEmpty)
    }
}
