import AuditTrail
import Inventory
import Operations
import SensitiveMemory
import Testing

@Suite("Diff")
struct FieldDifferencesTests {
    let bench = RevealBench()
    let one = Reference.secret(name: "one", version: "AWSPREVIOUS")
    let two = Reference.secret(name: "one")

    private func diff(_ first: String, _ second: String) async throws -> FieldDifferences {
        bench.store.answers = [one: first, two: second]
        let diff = Diff(bench.values)
        return try await diff(one, two, note: "because", as: bench.context)
    }

    private func words(_ differences: FieldDifferences) -> [String]? {
        differences.fields?.map { "\($0.change.rawValue) \($0.pointer)" }
    }

    @Test("each field is told as same, changed, added or removed; every byte is wiped; nothing is in a dump")
    func fields() async throws {
        let differences = try await diff(
            #"{"user":"canary","password":"canary-1","port":5432,"tls":true,"hosts":["a","b"],"old":{"x":null}}"#,
            #"{"port":5433,"user":"\u0063anary","password":"canary-2","tls":false,"hosts":["a","c","d"],"new":1}"#)
        #expect(!differences.isSame && !differences.isIdentical)
        #expect(
            words(differences) == [
                "same /user", "changed /password", "changed /port", "changed /tls", "same /hosts/0",
                "changed /hosts/1", "added /hosts/2", "removed /old", "added /new"
            ])
        #expect(bench.store.handedOut.map(\.count) == [0, 0])
        var text = ""
        dump(differences, to: &text)
        #expect(!text.contains("canary"))
        #expect(bench.audit.records.suffix(2).allSatisfy { $0.event == .compareDone && $0.outcome == .different })
        #expect(
            bench.journal.lines.prefix(3) == [
                "compare.requested pending secret:one@AWSPREVIOUS because",
                "compare.requested pending secret:one because",
                "fetch secret:one@AWSPREVIOUS"
            ])
    }

    @Test("the same fields in another order and spelling are the same, but not identical")
    func spelling() async throws {
        let differences = try await diff(#"{"a":"x","b":{"c":[]}}"#, #" { "b" : {"c":[ ]}, "a":"\u0078" } "#)
        #expect(differences.isSame && !differences.isIdentical)
        #expect(bench.audit.records.last?.outcome == .same)
    }

    @Test(
        "what is no JSON object is compared as a whole",
        arguments: [("a", "a", true), ("a", "b", false), ("[1]", "[1]", true), ("{}", "x", false), ("{", "{}", false)])
    func whole(first: String, second: String, same: Bool) async throws {
        let differences = try await diff(first, second)
        #expect(differences.fields == nil && differences.isSame == same)
    }

    @Test("a name that is there twice counts as its last; names with slashes and tildes are pointers")
    func names() async throws {
        let differences = try await diff(#"{"a":1,"a":2,"b/c~":1}"#, #"{"a":2,"b/c~":2}"#)
        #expect(words(differences) == ["same /a", "changed /b~1c~0"])
    }

    @Test("objects against leaves, and containers against each other")
    func kinds() async throws {
        let differences = try await diff(#"{"a":{},"b":[],"c":"1","d":{"x":1}}"#, #"{"a":[],"b":[],"c":1,"d":{}}"#)
        #expect(words(differences) == ["changed /a", "changed /c", "removed /d/x"])
        #expect(!differences.isSame)
    }

    @Test("a note is needed, and without a record nothing is fetched or told")
    func refused() async throws {
        let diff = Diff(bench.values)
        let failure = await #expect(throws: OperationFailure.self) {
            _ = try await diff(one, two, note: "", as: bench.context)
        }
        #expect(failure?.kind == .denied && bench.journal.lines.isEmpty)
        bench.store.answers = [one: "a", two: "a"]
        bench.audit.refuse(.compareDone)
        await #expect(throws: OperationFailure.self) { _ = try await diff(one, two, note: "why", as: bench.context) }
        bench.audit.refuse(.compareRequested)
        let count = bench.store.handedOut.count
        await #expect(throws: OperationFailure.self) { _ = try await diff(one, two, note: "why", as: bench.context) }
        #expect(bench.store.handedOut.count == count)
        #expect(bench.store.handedOut.allSatisfy { $0.count == 0 })
    }
}
