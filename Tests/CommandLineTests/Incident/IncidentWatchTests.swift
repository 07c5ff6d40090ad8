import Emulator
import FoundationEssentials
import StrictJSON
import Testing

@Suite("incident watch")
struct IncidentWatchTests {
    private static let key = "AKIAIOSFODNN7EXAMPLE"

    /// CloudTrail as it is long after: an event that is newer than any end, and `extra` for every lookup.
    private func played(_ extra: String = "") throws -> PlayedWorld {
        let played = try PlayedWorld()
        played.script.set(
            "cloudtrail:LookupEvents",
            .json(
                #"{"Events":[{"EventId":"e-1","EventName":"ListBuckets","EventTime":4102444800,"Username":"x"}\#(extra)]}"#
            ))
        played.script.set(
            "monitoring:GetMetricData",
            .xml(
                "<GetMetricDataResponse><GetMetricDataResult><MetricDataResults/></GetMetricDataResult>"
                    + "</GetMetricDataResponse>"))
        return played
    }

    private func use(at seconds: Int, key: String = IncidentWatchTests.key) -> String {
        """
        ,{"EventId":"e-2","EventName":"GetSecretValue","EventTime":\(seconds),"AccessKeyId":"\(key)",\
        "CloudTrailEvent":"{\\"userIdentity\\":{\\"arn\\":\\"arn:aws:iam::111122223333:user/robot\\"},\
        \\"sourceIPAddress\\":\\"203.0.113.9\\"}"}
        """
    }

    @Test("no use: exit 0, both regions' last event is named, and nothing is called clean")
    func none() async throws {
        let played = try played()
        let run = try await played.run(
            "incident", "watch", "accesskey:" + Self.key, "--for", "1s", "--every", "1s")
        #expect(run.status == 0, "\(run.error)")
        #expect(run.output.contains("eu-west-1 last event seen at 2100-01-01T00:00:00Z"))
        #expect(run.output.contains("us-east-1 last event seen at 2100-01-01T00:00:00Z"))
        #expect(!run.output.contains("clean"))
    }

    @Test("a use since the rotation: exit 3, one row in jsonl, and its event in the incident's timeline once")
    func used() async throws {
        let played = try played(use(at: 4_102_444_700))
        _ = try await played.run("incident", "open", "leak", "--id", "INC-3")
        for _ in 1...2 {
            let run = try await played.run(
                "incident", "watch", "accesskey:" + Self.key, "--for", "1s", "--every", "1s", "-o", "jsonl")
            #expect(run.status == 3, "\(run.error)")
            let rows = try run.output.split(separator: "\n").map { try JSONDocument(String($0)).root }
            #expect(rows.compactMap { $0["event"]?.string } == ["use", "look", "end"])
            #expect(rows[0]["sourceIP"]?.string == "203.0.113.9" && rows[2]["state"]?.string == "used")
        }
        let timeline = try await played.run("incident", "timeline", "-o", "json")
        let entries = try JSONDocument(timeline.output).root.elements
        let actions = entries.compactMap { $0["action"]?.string }
        #expect(actions.filter { $0 == "watch.used" }.count == 1)
        #expect(actions.filter { $0 == "watch.started" }.count == 2)
        #expect(actions.filter { $0 == "watch.ended" }.count == 2)
        let event = try #require(entries.first { $0["action"]?.string == "watch.used" })
        #expect(
            event["source"]?.string == "trail"
                && event["evidence"].map { $0.elements.compactMap(\.string) } == ["cloudtrail e-2"])
    }

    @Test("a use of before, and one of another key, are no finding")
    func before() async throws {
        for extra in [use(at: 1_700_000_000), use(at: 4_102_444_700, key: "AKIAIOSFODNN7ANOTHER")] {
            let run = try await played(extra).run(
                "incident", "watch", "accesskey:" + Self.key, "--for", "1s", "--every", "1s")
            #expect(run.status == 0, "\(run.error)")
        }
    }

    @Test("a read of an old version of a secret is a use, a read of the current one is not")
    func secret() async throws {
        func read(_ parameters: String) -> String {
            """
            ,{"EventId":"e-3","EventName":"GetSecretValue","EventTime":4102444700,"AccessKeyId":"ASIAX",\
            "CloudTrailEvent":"{\\"requestParameters\\":{\\"secretId\\":\\"prod/db\\"\(parameters)}}"}
            """
        }
        for (parameters, status) in [
            ("", 0), (#",\"versionStage\":\"AWSCURRENT\""#, 0), (#",\"versionId\":\"v-2\""#, 0),
            (#",\"versionStage\":\"AWSPREVIOUS\""#, 3), (#",\"versionId\":\"v-1\""#, 3)
        ] {
            let played = try played(read(parameters))
            played.script.set(
                "secretsmanager:DescribeSecret",
                .json(
                    """
                    {"ARN":"arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db-AbCdEf","Name":"prod/db",\
                    "CreatedDate":1700000000,"VersionIdsToStages":{"v-2":["AWSCURRENT"],"v-1":["AWSPREVIOUS"]}}
                    """))
            played.script.set("secretsmanager:ListSecretVersionIds", .json(#"{"Versions":[]}"#))
            let run = try await played.run("incident", "watch", "secret:prod/db", "--for", "1s", "--every", "1s")
            #expect(run.status == Int32(status), "\(parameters): \(run.output)\(run.error)")
        }
    }

    @Test("a region that cannot be seen is named: exit 4")
    func denied() async throws {
        let played = try played()
        played.script.set(
            "cloudtrail:LookupEvents", .error("AccessDeniedException", "no"),
            .json(#"{"Events":[{"EventId":"e-1","EventName":"ListBuckets","EventTime":4102444800}]}"#))
        let run = try await played.run(
            "incident", "watch", "accesskey:" + Self.key, "--for", "1s", "--every", "1s", "-o", "jsonl")
        #expect(run.status == 4, "\(run.output)\(run.error)")
        #expect(run.output.contains("these credentials need cloudtrail:LookupEvents"))
    }

    @Test("without anything to watch, and for what leaves no trace, it says what it takes")
    func nothing() async throws {
        let played = try played()
        #expect(try await played.run("incident", "watch").status == 64)
        let role = try await played.run("incident", "watch", "role:x")
        #expect(role.status == 64 && role.error.contains("ASIA"))
        #expect(try await played.run("incident", "watch", "secret:a@AWSPREVIOUS").status == 64)
        #expect(try await played.run("incident", "watch", "accesskey:AKIAX", "--since", "yesterday").status == 64)
    }
}
