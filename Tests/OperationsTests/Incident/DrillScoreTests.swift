import FoundationEssentials
import Testing

@testable import Operations

@Suite("the drill's score")
struct DrillScoreTests {
    private static let began = Date(timeIntervalSince1970: 1_700_000_000)

    private func timeline(_ entries: [(Double, TimelineAction, (inout TimelineEntry) -> Void)]) throws -> Timeline {
        let place = try TemporaryPlace()
        let log = try IncidentStore(in: place.folder()).log(IncidentID("INC-1"))
        for (seconds, action, change) in entries {
            var entry = TimelineEntry(action, from: .tool, at: Self.began.addingTimeInterval(seconds))
            change(&entry)
            try log.append(entry)
        }
        return try log.timeline()
    }

    private func score(_ timeline: Timeline?, _ attempts: [(Double, Bool)]) -> DrillScore {
        DrillScore(
            began: Self.began,
            attempts: attempts.map {
                DrillScore.Attempt(time: Self.began.addingTimeInterval($0.0), isRead: $0.1)
            }, timeline: timeline, leaked: "secret:prod/db", decoy: "AKIADECOY")
    }

    @Test("each goal has the moment in which it was reached, and whether that was in time")
    func goals() throws {
        let score = score(
            try timeline([
                (60, .opened, { _ in }), (1000, TimelineAction(rawValue: "match.done"), { _ in }),
                (
                    2000, TimelineAction(rawValue: "apply.finished"),
                    {
                        $0.target = "secret:prod/db#/password"
                        $0.result = "done"
                    }
                ),
                (2500, .note, { $0.moment = .recovered }), (2600, .exported, { _ in })
            ]), [(10, true), (20, false), (30, true), (40, false), (50, false)])
        #expect(score.goals.map(\.seconds) == [60, 1000, 40, 2000, 2500])
        #expect(score.goals.map(\.isInTime) == [true, false, true, true, true])
        #expect(score.reads == 2 && score.isReported && !score.tookDecoy)
        #expect(score.lines[0].hasSuffix("1 min of 15 min: in time") && score.lines[1].hasSuffix("too late"))
    }

    @Test("nothing is reached without an incident; an intruder who still reads is not stopped")
    func nothing() {
        let score = score(nil, [(10, true), (20, false), (30, true)])
        #expect(score.goals.allSatisfy { $0.seconds == nil && !$0.isInTime })
        #expect(score.lines.count { $0.hasSuffix("not reached") } == 5)
    }
}
