import Operations
import Synchronization
import Testing

@Suite("A session that ends while a plan runs")
struct SignedOutTests {
    private static let words = "the credentials have ended: sign in again"

    private final class Waits: Sendable {
        private let number = Mutex(0)
        var count: Int { number.withLock { $0 } }
        func add() { number.withLock { $0 += 1 } }
    }

    @Test(
        "the run waits, says why, and goes on where it was", arguments: [StepAction.updateEnvironment, .publishVersion])
    func renewed(_ action: StepAction) async throws {
        let bench = try await Bench(.variable)
        let waits = Waits()
        let end = try await bench.run(.apply) { event in
            switch event {
            case .began(let step, .forward) where step.action == action && waits.count == 0:
                bench.aws.signOut(true)
            case .waits(_, _, Self.words):
                waits.add()
                if waits.count == 3 { bench.aws.signOut(false) }
            default: break
            }
        }
        #expect(end == .finished(problems: []))
        #expect(waits.count == 3)
        #expect(EndState.new.faults(bench) == [])
        #expect(try bench.faultsOnDisk() == [])
    }

    @Test(
        "when nobody signs in for a quarter of an hour it stops with nothing lost, and another process goes on or back")
    func abandoned() async throws {
        for command in [RunCommand.resume, .rollback] {
            let bench = try await Bench(.variable)
            let end = try await bench.run(.apply) { event in
                if case .began(let step, .forward) = event, step.action == .publishVersion { bench.aws.signOut(true) }
            }
            guard case .stopped(let failure, _) = end else {
                Issue.record("it did not stop: \(end)")
                return
            }
            #expect(failure.kind == .tryAgain)
            #expect(failure.message.contains(Self.words))
            bench.aws.signOut(false)
            let rest = try await bench.run(command)
            #expect(rest == (command == .resume ? .finished(problems: []) : .rolledBack(problems: [])))
            #expect((command == .resume ? EndState.new : .old).faults(bench) == [])
            #expect(try bench.faultsOnDisk() == [])
        }
    }
}
