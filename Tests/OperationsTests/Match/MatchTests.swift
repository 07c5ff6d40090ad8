import AuditTrail
import Inventory
import SensitiveMemory
import Testing

@testable import Operations

@Suite("match: order, record, coverage")
struct MatchTests {
    private final class FakeRegion: ValueSearching {
        let region = "eu-west-1"
        private let journal: Journal
        private let result: MatchResult

        init(_ journal: Journal, _ result: MatchResult) {
            self.journal = journal
            self.result = result
        }

        func scope() async -> MatchScope {
            var scope = MatchScope()
            scope.functions = ["a", "b"]
            scope.parameters = (0..<11).map { .init(name: "/p\($0)", version: $0 == 0 ? 4 : 1) }
            scope.secrets = [.init(name: "s", stages: ["AWSCURRENT", "AWSPREVIOUS"])]
            return scope
        }

        func search(_ scope: MatchScope, with matcher: LeakMatcher) async -> MatchResult {
            journal.write("search")
            return result
        }
    }

    private let journal = Journal()
    private let audit: FakeAudit
    private let context = AuditContext(user: "m", host: "h", processID: 1, session: "s")

    init() { audit = FakeAudit(journal: journal) }

    private func run(
        _ result: MatchResult = MatchResult(), others: [String]? = [], note: String = "a paste",
        mode: AccessMode = AccessMode()
    ) async throws -> (MatchResult, LeakedText) {
        let leak = try FakeStore.bytes("Kx9-vault-Zu7").withUnsafeBytes { try LeakedText($0) }
        let match = Match(
            regions: [FakeRegion(journal, result)], audit: audit, fingerprints: FakeStore.key, policy: RevealPolicy())
        let journal = journal
        let found = try await match(leak, note: note, otherRegions: others, mode: mode, as: context) {
            journal.write("announce \($0)")
        }
        return (found, leak)
    }

    private var hit: MatchResult {
        var result = MatchResult()
        result.found = [
            MatchPlace(
                reference: .secret(name: "s"), place: "secret", form: .exact, region: "eu-west-1", version: "v",
                requestID: "r")
        ]
        return result
    }

    @Test("the reads are told and the request is on record before the first; each place is a record; the leak is wiped")
    func order() async throws {
        let (_, leak) = try await run(hit)
        #expect(
            journal.lines == ["announce 7", "match.requested pending a paste", "search", "match.done done secret:s"])
        #expect(
            audit.records.last?.fingerprint == audit.records.first?.fingerprint
                && audit.records.first?.fingerprint != nil)
        #expect(leak.candidates.allSatisfy { $0.bytes.count == 0 })
    }

    @Test("without the trail no value is read")
    func noAudit() async {
        audit.refuse(.matchRequested)
        await #expect(throws: OperationFailure.self) { try await run(hit) }
        #expect(!journal.lines.contains("search"))
    }

    @Test("no note, share mode, read-only mode: refused before anything")
    func refused() async {
        await #expect(throws: OperationFailure.self) { try await run(note: "") }
        await #expect(throws: OperationFailure.self) { try await run(mode: AccessMode(share: true)) }
        await #expect(throws: OperationFailure.self) { try await run(mode: AccessMode(readOnly: true)) }
        #expect(journal.lines.isEmpty)
    }

    @Test("other regions, and not knowing them, make the coverage less than whole")
    func regions() async throws {
        #expect(try await run().0.coverage.isWhole)
        #expect(try await run(others: ["us-east-1"]).0.coverage.notSearched == ["region us-east-1"])
        #expect(try await run(others: nil).0.coverage.isWhole == false)
    }

    @Test("a failure goes where it belongs")
    func coverage() {
        var coverage = MatchCoverage()
        coverage.add(OperationFailure(.denied, "no", code: "AccessDeniedException"), for: "a")
        coverage.add(OperationFailure(.failed, "x", code: "DecryptionFailure"), for: "b")
        coverage.add(
            OperationFailure(.denied, "not authorized to perform kms:Decrypt", code: "AccessDeniedException"), for: "c")
        coverage.add(OperationFailure(.unreachable, "gone"), for: "d")
        #expect(coverage.denied == ["a"] && coverage.undecryptable == ["b", "c"] && coverage.notSearched == ["d: gone"])
        #expect(!coverage.isWhole)
    }
}
