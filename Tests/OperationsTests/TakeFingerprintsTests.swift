import AuditTrail
import Inventory
import Operations
import SensitiveMemory
import Testing

@Suite("Fingerprints of stored values")
struct TakeFingerprintsTests {
    private let bench = RevealBench()
    private let parameter = Reference.parameter(name: "/p", selector: "7")

    private func take(_ version: StoredVersion) async throws(OperationFailure) -> [TakeFingerprints.Outcome] {
        let take = TakeFingerprints(bench.values)
        return try await take([version], note: "because", as: bench.context)
    }

    @Test("a record stands before the fetch, and the value is wiped after its outcome")
    func order() async throws {
        bench.store.answers = [parameter: "canary"]
        let outcomes = try await take(StoredVersion(parameter, isCurrent: true))
        #expect(
            bench.journal.lines == [
                "compare.requested pending param:/p:7 because", "fetch param:/p:7", "compare.done done param:/p:7"
            ])
        #expect(bench.store.handedOut.map(\.count) == [0])
        let stored = try outcomes.flatMap { try $0.result.get() }
        #expect(stored.map(\.source) == [.parameter(name: "/p")])
        #expect(stored.map(\.fingerprint) == [bench.store.fingerprint(of: "canary")])
    }

    @Test("nine tenths of a limit are near, a byte less is not", arguments: [(3_686, false), (3_687, true)])
    func near(bytes: Int, isNear: Bool) async throws {
        bench.store.answers = [parameter: String(repeating: "x", count: bytes)]
        let outcomes = try await take(StoredVersion(parameter, isCurrent: true, limit: .standardParameterBytes))
        #expect(outcomes.map(\.nearLimit) == [isNear ? .standardParameterBytes : nil])
        var text = ""
        dump(outcomes, to: &text)
        #expect(!text.contains("\(bytes)"), "its length is not kept")
    }

    @Test("an older version is not measured")
    func older() async throws {
        bench.store.answers = [parameter: String(repeating: "x", count: 4_096)]
        let outcomes = try await take(StoredVersion(parameter, isCurrent: false, limit: .standardParameterBytes))
        #expect(outcomes.map(\.nearLimit) == [nil])
    }
}
