import FoundationEssentials
import Inventory
import Testing

@Suite("Who read what")
struct AccessReportTests {
    private static let db = Reference.secret(name: "prod/db")
    /// 2026-11-27T00:00:00Z
    private static let midnight = Date(timeIntervalSince1970: 1_795_737_600)

    private static func event(
        _ hours: Double, _ actor: String = "arn:aws:sts::1:assumed-role/pay-role/pay", _ references: [Reference] = [db],
        action: String = "GetSecretValue", error: String? = nil, version: String? = nil
    ) -> AccessEvent {
        AccessEvent(
            id: "\(hours) \(actor) \(action)", time: midnight.addingTimeInterval(hours * 3600), actor: actor,
            action: action,
            service: "secretsmanager.amazonaws.com", references: references, version: version, requestID: nil,
            sourceIP: nil,
            agent: nil, invokedBy: nil, errorCode: error)
    }

    /// Reads at 10:00 on each of the ten days before, and one at night by somebody else.
    private static var events: [AccessEvent] {
        (1...10).flatMap { day in
            [event(Double(-24 * day) + 10), event(Double(-24 * day) + 11, "arn:aws:iam::1:user/b")]
        }
            + [event(2.5, "arn:aws:iam::1:user/night"), event(10), event(10.5, error: "AccessDeniedException")]
    }

    private static let span = AccessInterval(start: midnight, end: midnight.addingTimeInterval(24 * 3600))

    @Test("a new reader and an unusual hour are marked")
    func marks() throws {
        let report = AccessReport(
            Self.events, concerning: Self.db, in: Self.span, knownSince: Self.midnight.addingTimeInterval(-20 * 86_400))
        #expect(report.rows.map(\.marks) == [[.refused], [], [.newReader, .unusualHour]])
        #expect(report.readers.first?.actor == "arn:aws:iam::1:user/night")
        #expect(report.hours.count == 25)
        #expect(report.hours.map(\.count).reduce(0, +) == 3)
        #expect(report.hours[2].isUnusual && !report.hours[10].isUnusual)
    }

    @Test("one night makes no habit, two do")
    func habit() {
        func marks(after nights: [Double]) -> [AccessReport.Mark]? {
            let earlier = nights.map { Self.event($0 * -24 + 1.5, "arn:aws:iam::1:user/b") }
            let report = AccessReport(
                Self.events + earlier, concerning: Self.db, in: Self.span,
                knownSince: Self.midnight.addingTimeInterval(-20 * 86_400))
            return report.rows.last?.marks
        }
        #expect(marks(after: [7]) == [.newReader, .unusualHour])
        #expect(marks(after: [7, 3]) == [.newReader])
    }

    @Test("where too little is known of before, nobody is called new")
    func unknown() {
        let report = AccessReport(Self.events, concerning: Self.db, in: Self.span, knownSince: Self.midnight)
        #expect(report.rows.allSatisfy { !$0.marks.contains(.newReader) })
        let few = AccessReport(
            Array(Self.events.suffix(5)), concerning: Self.db, in: Self.span,
            knownSince: Self.midnight.addingTimeInterval(-20 * 86_400))
        #expect(few.rows.allSatisfy { !$0.marks.contains(.unusualHour) })
    }

    @Test("who was let in comes before who was only refused, and a refused everyday reader before the others")
    func order() {
        let refused = (0..<3).map { Self.event(3 + Double($0) / 10, "arn:aws:iam::1:user/a", error: "AccessDenied") }
        let report = AccessReport(
            Self.events + refused + [Self.event(10.2, "arn:aws:iam::1:user/b")], concerning: Self.db, in: Self.span,
            knownSince: Self.midnight.addingTimeInterval(-20 * 86_400))
        #expect(report.readers.map { $0.actor.split(separator: "/").last } == ["night", "a", "pay", "b"])
    }

    @Test("one's own reads are no news")
    func own() {
        let report = AccessReport(
            Self.events, concerning: Self.db, in: Self.span, own: "arn:aws:iam::1:user/night",
            knownSince: Self.midnight.addingTimeInterval(-20 * 86_400))
        #expect(report.rows.last?.marks == [.own])
    }

    @Test("what concerns what")
    func concerning() {
        let path = Self.event(1, "a", [.parameter(name: "/prod/pay/*")], action: "GetParametersByPath")
        #expect(path.concerns(.parameter(name: "/prod/pay/key")))
        #expect(!path.concerns(.parameter(name: "/prod/payments")))
        let all = Self.event(1, "a", [.function(name: "*")], action: "ListFunctions20150331")
        #expect(all.concerns(.variable(function: "pay", name: "X")))
        #expect(Self.event(1, "a", version: "v-1").concerns(.secret(name: "prod/db", version: "v-1")))
        #expect(!Self.event(1, "a", version: "v-1").concerns(.secret(name: "prod/db", version: "v-2")))
        #expect(Self.event(1).concerns(.role(name: "pay-role")))
        #expect(!Self.event(1).concerns(.user(name: "pay")))
    }

    @Test("Lambda's names are read without the version of the API")
    func names() {
        #expect(AccessRules.plain("GetFunctionConfiguration20150331v2") == "GetFunctionConfiguration")
        #expect(AccessRules.plain("ListFunctions20150331") == "ListFunctions")
        #expect(AccessRules.plain("GetSecretValue") == "GetSecretValue")
    }

    @Test("the plot has a bar for each hour, and says what is marked")
    func plot() {
        let report = AccessReport(
            Self.events, concerning: Self.db, in: Self.span, knownSince: Self.midnight.addingTimeInterval(-20 * 86_400))
        let lines = AccessPlot.lines(report)
        #expect(lines.count == 26)
        #expect(lines[2].hasPrefix("11-27 02:00 |########"))
        #expect(lines[2].hasSuffix(" 1  ! new reader or unusual hour"))
        #expect(lines[10].hasSuffix("# 2, 1 refused"))
        #expect(lines[3] == "11-27 03:00 |")
    }
}
