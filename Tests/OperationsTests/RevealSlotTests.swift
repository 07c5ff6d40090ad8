import AuditTrail
import Inventory
import Operations
import SensitiveMemory
import Testing

@Suite("One revealed value at a time")
struct RevealSlotTests {
    let bench = RevealBench()
    let first = Reference.secret(name: "one")
    let second = Reference.secret(name: "two")

    @Test("a second reveal closes the first before it asks for anything")
    func replaced() async throws {
        bench.store.answers = [first: "canary-1", second: "canary-2"]
        let one = try await bench.reveal(first)
        let two = try await bench.reveal(second)
        #expect(bench.text(of: one) == nil)
        #expect(bench.text(of: two) == "canary-2")
        #expect(bench.slot.current === two)
        #expect(
            bench.journal.lines.dropFirst(3) == [
                "reveal.masked replaced secret:one", "reveal.requested pending secret:two because", "fetch secret:two",
                "reveal.shown done secret:two"
            ])
    }

    @Test("if the first cannot be recorded as closed the second is not asked for")
    func unwritable() async throws {
        bench.store.answers = [first: "canary-1", second: "canary-2"]
        let one = try await bench.reveal(first)
        bench.audit.refuse(.revealMasked)
        let failure = await #expect(throws: OperationFailure.self) { try await bench.reveal(second) }
        #expect(failure?.kind == .auditUnwritable)
        #expect(bench.text(of: one) == nil)
        #expect(!bench.journal.lines.contains("fetch secret:two"))
    }

    @Test("of two that are fetched at once the later one is shown, the earlier is wiped and recorded")
    func overtaken() async throws {
        bench.store.answers = [first: "canary-1", second: "canary-2"]
        let gate = AsyncStream<Void>.makeStream()
        let entered = AsyncStream<Void>.makeStream()
        bench.store.pause = {
            entered.continuation.yield()
            for await _ in gate.stream { return }
        }
        let reveal = bench.make()
        let context = bench.context
        let slow = Task { [first] in try await reveal(Reveal.Request(first, note: "because"), as: context) }
        for await _ in entered.stream { break }
        bench.store.pause = nil
        let two = try await reveal(Reveal.Request(second, note: "because"), as: context)
        gate.continuation.finish()
        let failure = await #expect(throws: OperationFailure.self) { try await slow.value }
        #expect(failure?.kind == .tryAgain)
        #expect(bench.text(of: two) == "canary-2")
        #expect(bench.journal.lines.last == "reveal.failed failed secret:one")
        #expect(bench.store.handedOut.map(\.count).sorted() == [0, 8])
    }

    @Test("a cancelled reveal wipes what arrives and records that it failed")
    func cancelled() async throws {
        bench.store.answers = [first: "canary-1"]
        let entered = AsyncStream<Void>.makeStream()
        bench.store.pause = {
            entered.continuation.yield()
            while !Task.isCancelled { await Task.yield() }
        }
        let reveal = bench.make()
        let context = bench.context
        let task = Task { [first] in try await reveal(Reveal.Request(first, note: "because"), as: context) }
        for await _ in entered.stream { break }
        task.cancel()
        let failure = await #expect(throws: OperationFailure.self) { try await task.value }
        #expect(failure?.kind == .interrupted)
        #expect(bench.store.handedOut.map(\.count) == [0])
        #expect(bench.journal.lines.last == "reveal.failed failed secret:one")
    }

    @Test("a value that nobody holds closes itself, and it is recorded")
    func abandoned() async throws {
        bench.store.answers = [first: "canary-1"]
        _ = try await bench.reveal(first)
        #expect(bench.slot.current == nil)
        #expect(bench.store.handedOut.map(\.count) == [0])
        #expect(bench.journal.lines.last == "reveal.masked abandoned secret:one")
    }

    @Test("behind its deadline a value is not given out even if nobody has closed it")
    func deadline() async throws {
        bench.store.answers = [first: "canary-1"]
        bench.policy.seconds = 0
        let value = try await bench.reveal(first)
        #expect(bench.text(of: value) == nil)
        value.close(.deadline)
        #expect(bench.text(of: try await bench.reveal(first, destination: .output)) == "canary-1")
    }
}
