import FoundationEssentials
import Inventory
import Testing

@Suite("The index of accesses")
struct AccessIndexTests {
    private static func span(_ start: Double, _ end: Double) -> AccessInterval {
        AccessInterval(start: Date(timeIntervalSince1970: start), end: Date(timeIntervalSince1970: end))
    }

    @Test("only what is not known is asked, the latest first")
    func missing() {
        var index = AccessIndex()
        #expect(index.missing("a", in: Self.span(0, 100)) == [Self.span(0, 100)])
        index.cover("a", Self.span(40, 60))
        #expect(index.missing("a", in: Self.span(0, 100)) == [Self.span(60, 100), Self.span(0, 40)])
        #expect(index.missing("b", in: Self.span(0, 100)) == [Self.span(0, 100)])
        index.cover("a", Self.span(60, 90))
        index.cover("a", Self.span(10, 45))
        #expect(index.coverage["a"] == [Self.span(10, 90)])
        #expect(index.missing("a", in: Self.span(20, 80)) == [])
        index.cover("a", Self.span(200, 100))
        #expect(index.coverage["a"] == [Self.span(10, 90)])
    }

    @Test("since when all is known, but for the last half hour")
    func known() {
        var index = AccessIndex()
        let day = Self.span(0, 86_400)
        #expect(index.knownSince(["a"], in: day) == nil)
        index.cover("a", Self.span(1000, 86_400 - AccessIndex.lateSeconds))
        #expect(index.knownSince(["a"], in: day) == Date(timeIntervalSince1970: 1000))
        #expect(index.knownSince(["a", "b"], in: day) == nil)
    }

    @Test("what AWS has forgotten is forgotten, and not called known")
    func trim() {
        func event(_ time: Double) -> AccessEvent {
            AccessEvent(
                id: "\(time)", time: Date(timeIntervalSince1970: time), actor: "a", action: "Decrypt", service: "s",
                references: [], version: nil, requestID: nil, sourceIP: nil, agent: nil, invokedBy: nil, errorCode: nil)
        }
        let now = Date(timeIntervalSince1970: AccessIndex.keptSeconds + 1000)
        var index = AccessIndex(events: [event(10), event(2000)], coverage: ["a": [Self.span(0, 3000)]])
        index.trim(now: now)
        #expect(index.events.map(\.id) == ["2000.0"])
        #expect(index.coverage["a"] == [Self.span(1000, 3000)])
    }
}
