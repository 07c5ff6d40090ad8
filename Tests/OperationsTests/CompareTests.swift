import AuditTrail
import Inventory
import Operations
import SensitiveMemory
import Testing

@Suite("Compare")
struct CompareTests {
    let bench = RevealBench()
    let one = Reference.secret(name: "one")
    let two = Reference.parameter(name: "/two")
    let three = Reference.variable(function: "f", name: "THREE")

    private func compare(
        _ references: Reference..., mode: AccessMode = AccessMode()
    ) async throws(OperationFailure) -> Comparison {
        let compare = Compare(bench.values)
        return try await compare(references, note: "because", mode: mode, as: bench.context)
    }

    @Test("every request is on record before the first fetch, every outcome before the answer")
    func order() async throws {
        bench.store.answers = [one: "canary", two: "canary"]
        #expect(try await compare(one, two).isSame)
        #expect(
            bench.journal.lines == [
                "compare.requested pending secret:one because", "compare.requested pending param:/two because",
                "fetch secret:one", "fetch param:/two", "compare.done same secret:one", "compare.done same param:/two"
            ])
        #expect(bench.store.handedOut.map(\.count) == [0, 0])
        #expect(Set(bench.audit.records.compactMap(\.fingerprint)) == [bench.store.fingerprint(of: "canary")])
    }

    @Test("equal values stand together")
    func groups() async throws {
        bench.store.answers = [one: "canary-a", two: "canary-b", three: "canary-a"]
        let comparison = try await compare(one, two, three)
        #expect(!comparison.isSame)
        #expect(comparison.groups == [[one, three], [two]])
        #expect(bench.audit.records.suffix(3).allSatisfy { $0.outcome == .different })
    }

    @Test("a field of a JSON secret is compared as its value, not as its JSON")
    func field() async throws {
        bench.store.answers = [one: #"{"p":"can\u0061ry"}"#, two: "canary"]
        #expect(try await compare(.secret(name: "one", pointer: "/p"), two).isSame)
        #expect(bench.store.handedOut.map(\.count) == [0, 0])
    }

    @Test("when one cannot be read nothing is said, and all are wiped and recorded")
    func failure() async {
        bench.store.answers = [one: "canary"]
        let failure = await #expect(throws: OperationFailure.self) { try await compare(one, two, three) }
        #expect(failure?.kind == .ownFault)
        #expect(bench.store.handedOut.map(\.count) == [0])
        #expect(bench.audit.records.suffix(3).map(\.error) == ["notCompared", "ownFault", "notCompared"])
        #expect(!bench.journal.lines.contains("fetch env:f/THREE"))
    }

    @Test("if a request cannot be recorded nothing is fetched; if an outcome cannot, it is not told")
    func unwritable() async {
        bench.store.answers = [one: "canary", two: "canary"]
        bench.audit.refuse(.compareDone)
        let untold = await #expect(throws: OperationFailure.self) { try await compare(one, two) }
        #expect(untold?.kind == .auditUnwritable)
        #expect(bench.store.handedOut.map(\.count) == [0, 0])
        bench.audit.refuse(.compareRequested)
        let refused = await #expect(throws: OperationFailure.self) { try await compare(one, two) }
        #expect(refused?.kind == .auditUnwritable)
        #expect(bench.store.handedOut.count == 2)
    }

    @Test("refused in share and read-only mode, for one reference, and for what has no value")
    func refused() async {
        for mode in [AccessMode(readOnly: true), AccessMode(share: true)] {
            let failure = await #expect(throws: OperationFailure.self) { try await compare(one, two, mode: mode) }
            #expect(failure?.kind == .denied)
        }
        let single = await #expect(throws: OperationFailure.self) { try await compare(one) }
        #expect(single?.kind == .usage)
        let function = await #expect(throws: OperationFailure.self) { try await compare(one, .function(name: "f")) }
        #expect(function?.kind == .usage)
        #expect(bench.journal.lines.isEmpty)
    }
}
