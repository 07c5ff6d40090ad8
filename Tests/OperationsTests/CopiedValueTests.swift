import AuditTrail
import Inventory
import Operations
import SensitiveMemory
import Testing

@Suite("A new value that is another one's")
struct CopiedValueTests {
    let bench = RevealBench()

    private func copied(of source: Reference) -> CopiedValue {
        CopiedValue(of: source, store: bench.store, audit: bench.audit, note: "because", as: bench.context)
    }

    @Test("the request is on record before the fetch, the reading before the value is given out")
    func order() async throws {
        bench.store.answers = [.secret(name: "one"): #"{"p":"canary"}"#]
        let value = try await copied(of: .secret(name: "one", pointer: "/p")).newValue(.given)
        #expect(value.withUnsafeBytes { String(decoding: $0, as: UTF8.self) } == "canary")
        #expect(
            bench.journal.lines == [
                "compare.requested pending secret:one#/p because", "fetch secret:one",
                "compare.done done secret:one#/p"
            ])
        #expect(bench.store.handedOut.map(\.count) == [0], "what lies around the field is wiped")
    }

    @Test("what cannot be read is on record as failed")
    func failure() async {
        let failure = await #expect(throws: OperationFailure.self) {
            try await copied(of: .parameter(name: "/none")).newValue(.given)
        }
        #expect(failure?.kind == .ownFault)
        #expect(bench.audit.records.map(\.event) == [.compareRequested, .compareFailed])
        #expect(bench.audit.records.last?.error == "ownFault")
    }
}
