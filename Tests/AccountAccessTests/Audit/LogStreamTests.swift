import Testing

@testable import AccountAccess

@Suite("A log stream that keeps audit records")
struct LogStreamTests {
    private func events(_ count: Int, bytes: Int) -> [LogStream.Event] {
        Array(repeating: LogStream.Event(time: 1, message: String(repeating: "x", count: bytes)), count: count)
    }

    @Test("a call takes 1,048,576 bytes with 26 for each event: at the edge one call, a byte more makes two")
    func bytes() {
        let size = 1_048_576 / 4 - 26
        #expect(LogStream.parts(events(4, bytes: size)).map(\.count) == [4])
        #expect(LogStream.parts(events(4, bytes: size + 1)).map(\.count) == [3, 1])
        #expect(LogStream.parts([]).isEmpty)
    }

    @Test("a call takes 10,000 events")
    func count() {
        #expect(LogStream.parts(events(10_000, bytes: 1)).map(\.count) == [10_000])
        #expect(LogStream.parts(events(10_001, bytes: 1)).map(\.count) == [10_000, 1])
    }
}
