import AuditTrail
import Testing

@Suite("Records as events")
struct ShippedEventTests {
    @Test("each line with its time, and a clock that was set back does not put one before the other")
    func times() {
        let lines = [
            #"{"seq":1,"time":"2026-11-27T18:00:00.250Z"}"#, #"{"seq":2,"time":"2026-11-27T17:00:00.000Z"}"#,
            #"{"seq":3}"#, #"{"seq":4,"time":"2026-11-27T18:00:01.000Z"}"#
        ]
        let events = ShippedEvent.events(Array((lines.joined(separator: "\n") + "\n").utf8))
        #expect(events.map(\.line) == lines)
        #expect(events.map(\.time) == [1_795_802_400_250, 1_795_802_400_250, 1_795_802_400_250, 1_795_802_401_000])
        #expect(ShippedEvent.events([]) == [])
    }
}
