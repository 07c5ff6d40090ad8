import FoundationEssentials
import Inventory
import Testing

@testable import Operations

@Suite("incident watch: what a look means")
struct IncidentWatchTests {
    private static let began = Date(timeIntervalSince1970: 1_700_000_000)
    private static let key = Reference.accessKey(id: "AKIAEXAMPLE")

    private func watch(_ regions: [String] = ["eu-west-1", "us-east-1"]) -> IncidentWatch {
        let target = WatchTarget(Self.key, .accessKey("AKIAEXAMPLE"), since: Self.began.addingTimeInterval(-600))
        return IncidentWatch([target], regions: regions, began: Self.began, seconds: 1800)
    }

    private func use(_ id: String, _ seconds: Double, own: Bool = false, code: String? = nil) -> WatchUse {
        WatchUse(
            id: id, time: Self.began.addingTimeInterval(seconds), reference: Self.key.text, actor: "arn:x",
            action: "GetSecretValue", region: "eu-west-1", requestID: nil, sourceIP: nil, agent: nil, errorCode: code,
            isOwn: own)
    }

    private func look(
        _ region: String, newest seconds: Double?, _ uses: [WatchUse] = [], problems: [String] = []
    ) -> WatchLook {
        WatchLook(
            region: region, newest: seconds.map { Self.began.addingTimeInterval($0) }, uses: uses, problems: problems)
    }

    @Test("it is over when every region has told of an event behind the end, not when the clock has passed it")
    func eventTime() {
        var watch = watch()
        _ = watch.take(look("eu-west-1", newest: 1801))
        #expect(watch.state(at: Self.began.addingTimeInterval(2000)) == .watching)
        _ = watch.take(look("us-east-1", newest: 1799))
        #expect(watch.state(at: Self.began.addingTimeInterval(2000)) == .watching)
        #expect(watch.state(at: Self.began.addingTimeInterval(1800 + IncidentWatch.patience)) == .late)
        _ = watch.take(look("us-east-1", newest: 1800))
        #expect(watch.state(at: Self.began.addingTimeInterval(2000)) == .over)
        #expect(watch.isWhole(at: Self.began.addingTimeInterval(2000)))
        #expect(watch.words.contains("last event seen at 2023-11-14T22:43:21Z") && !watch.words.contains("clean"))
    }

    @Test("a use since the rotation counts once; one before it and our own are only the last one before")
    func uses() {
        var watch = watch()
        #expect(watch.take(look("eu-west-1", newest: 0, [use("a", -700), use("own", 5, own: true)])).isEmpty)
        #expect(watch.uses.isEmpty && watch.lastBefore?.id == "own")
        #expect(watch.take(look("eu-west-1", newest: 0, [use("b", -599), use("a", -700)])).map(\.id) == ["b"])
        #expect(watch.take(look("eu-west-1", newest: 0, [use("b", -599)])).isEmpty)
        #expect(watch.uses.map(\.id) == ["b"])
    }

    @Test("what was refused as dead is a try; what was refused for want of a right is a use")
    func tries() {
        var watch = watch()
        let told = [use("t", 5, code: "UnrecognizedClientException"), use("d", 6, code: "AccessDeniedException")]
        #expect(watch.take(look("eu-west-1", newest: 9, told)).map(\.id) == ["t", "d"])
        #expect(watch.uses.map(\.id) == ["d"] && watch.tries.map(\.id) == ["t"])
        #expect(watch.words.contains("1 tries were refused as dead"))
    }

    @Test("what could not be seen at the last look leaves the watch incomplete, until a look sees it again")
    func problems() {
        var watch = watch(["eu-west-1"])
        let end = Self.began.addingTimeInterval(2000)
        _ = watch.take(look("eu-west-1", newest: 1900, problems: ["denied"]))
        #expect(watch.state(at: end) == .over && !watch.isWhole(at: end))
        _ = watch.take(look("eu-west-1", newest: 1900))
        #expect(watch.isWhole(at: end))
    }

    @Test("a sparkline has a dot for nothing and a step for anything")
    func sparkline() {
        #expect(Sparkline.text([0, 1, 50, 100], isUnicode: true) == ".▁▄█")
        #expect(Sparkline.text([0, 1, 50, 100], isUnicode: false) == "._+@")
        #expect(Sparkline.text([0, 0], isUnicode: true) == "..")
    }

    @Test("the timeline says what to watch: rotated and inactive things, and the functions that were touched")
    func subjects() throws {
        let place = try TemporaryPlace()
        let log = try IncidentStore(in: place.folder()).log(IncidentID("INC-1"))
        var done = TimelineEntry(
            TimelineAction(rawValue: "apply.finished"), from: .tool, at: Self.began, target: "secret:prod/db#/password")
        done.plan = "p-1"
        var step = TimelineEntry(
            TimelineAction(rawValue: "apply.step"), from: .tool, at: Self.began, target: "env:orders/DB_PASSWORD")
        step.plan = "p-1"
        let seen = TimelineEntry(
            TimelineAction(rawValue: "reveal.shown"), from: .tool, at: Self.began, target: "env:other/KEY")
        for entry in [done, step, seen] { try log.append(entry) }
        let subjects = WatchSubjects(try log.timeline())
        #expect(subjects.credentials.map(\.reference) == [.secret(name: "prod/db")])
        #expect(subjects.credentials.map(\.since) == [Self.began])
        #expect(subjects.functions == ["orders"])
    }
}
