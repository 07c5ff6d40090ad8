import AuditTrail
import StateFiles
import Synchronization
import Testing

@Suite("Shipping the trail")
struct ShippingTests {
    /// A place that takes batches until it is told to refuse.
    private final class Place: RecordShipping {
        struct State {
            var lines: [String] = []
            var batches = 0
            /// Refuses the batch of this number.
            var refused: Int?
        }

        let state = Mutex(State())

        func ship(_ lines: [UInt8]) async throws(ShippingFailure) {
            let isRefused = state.withLock { state in
                state.batches += 1
                guard state.batches != state.refused else { return true }
                state.lines += String(decoding: lines, as: UTF8.self).split(separator: "\n").map(String.init)
                return false
            }
            if isRefused { throw ShippingFailure("the place is closed") }
        }

        var lines: [String] { state.withLock { $0.lines } }
    }

    private func ship(_ bench: TrailBench, to place: Place) async throws -> AuditShipper.Outcome {
        try await AuditShipper(in: bench.folder, trail: bench.trail).ship(to: place, as: TrailBench.context)
    }

    @Test("everything once and in order; what is new the next time; and nothing about nothing")
    func order() async throws {
        let bench = try TrailBench(records: 3)
        let place = Place()
        #expect(try await ship(bench, to: place) == outcome(3, last: 3))
        #expect(place.lines == Array(try bench.lines().prefix(3)))
        #expect(try AuditReader(of: bench.folder).last(1)[0].event == "audit.shipped")
        #expect(try AuditReader(of: bench.folder).last(1)[0].note == "records 1 to 3 were acknowledged")
        // The record of the shipping goes along, and begets no other.
        #expect(try await ship(bench, to: place) == outcome(1, last: 4))
        #expect(try await ship(bench, to: place) == outcome(0, last: 4))
        try bench.append(note: "new")
        #expect(try await ship(bench, to: place) == outcome(1, last: 5))
        #expect(place.lines == Array(try bench.lines().prefix(5)))
        #expect(try bench.verify() == .intact)
    }

    @Test("a place that refuses gets the same records again, and those behind them, when it is back")
    func catchingUp() async throws {
        let bench = try TrailBench(records: 501)
        let place = Place()
        place.state.withLock { $0.refused = 2 }
        await #expect(throws: ShippingFailure("the place is closed")) { try await ship(bench, to: place) }
        #expect(place.lines.count == 500)
        try bench.append(note: "meanwhile")
        #expect(try await ship(bench, to: place) == outcome(2, last: 502))
        #expect(place.lines == Array(try bench.lines().prefix(502)))
    }

    @Test("through closed files as through the open one")
    func segments() async throws {
        let bench = try TrailBench()
        let trail = AuditTrail(in: bench.folder, segmentSize: 1500)
        let place = Place()
        for number in 1...10 {
            try trail.append(AuditRecord(.planMade, .done, context: TrailBench.context, note: "\(number)"))
            if number == 5 { _ = try await ship(bench, to: place) }
        }
        _ = try await ship(bench, to: place)
        var all: [String] = []
        try AuditReader(of: bench.folder).forEach { entry in
            all.append(String(decoding: entry.line, as: UTF8.self))
            return true
        }
        #expect(place.lines == Array(all.dropLast()))
    }

    @Test("another trail in the place of the one that was shipped is told, not shipped")
    func exchanged() async throws {
        let bench = try TrailBench(records: 3)
        let place = Place()
        _ = try await ship(bench, to: place)
        let other = try TrailBench(records: 6)
        try bench.overwrite("audit.jsonl", try other.bytes("audit.jsonl"))
        await #expect(throws: AuditError.tampered(line: 3)) { try await ship(bench, to: place) }
        try bench.overwrite("audit.jsonl", [])
        await #expect(throws: AuditError.truncated(found: 0, expected: 3)) { try await ship(bench, to: place) }
        #expect(place.lines.count == 3)
    }

    @Test("of two at once one ships")
    func busy() async throws {
        let bench = try TrailBench(records: 1)
        let lock = try bench.folder.lock("audit.ship.lock")
        let place = Place()
        #expect(try await ship(bench, to: place).isBusy)
        #expect(place.lines.isEmpty)
        withExtendedLifetime(lock) {}
    }

    private func outcome(_ records: Int, last: Int) -> AuditShipper.Outcome {
        var outcome = AuditShipper.Outcome()
        outcome.records = records
        outcome.last = last
        return outcome
    }
}
