import FoundationEssentials
import Inventory
import StrictJSON
import Testing

@testable import Operations

@Suite("Evidence")
struct EvidenceTests {
    @Test("what does not come in time does not hold the containment up, and is said to be missing")
    func limit() async throws {
        let never = EvidencePart("slow") { () throws(OperationFailure) in
            do { try await Task.sleep(for: .seconds(3600)) } catch {}
            throw OperationFailure(.interrupted, "cancelled")
        }
        let parts = [
            EvidencePart("state") { () throws(OperationFailure) in [("arn", "x")] }, never,
            EvidencePart("policy") { () throws(OperationFailure) in throw OperationFailure(.denied, "no") }
        ]
        let snapshot = await EvidenceSnapshot.take(
            parts, of: .function(name: "pay"), at: Date(), limit: .milliseconds(200))
        #expect(snapshot.missing == 2)
        let root = try snapshot.json.withUnsafeBytes { try JSONDocument(copying: $0) }.root
        #expect(root["parts"]?.elements.map { $0["problem"]?.string } == [nil, "not in time", "no"])
    }
}
