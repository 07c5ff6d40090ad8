import Emulator
import StrictJSON
import Testing

@Suite("incident triage")
struct IncidentTriageTests {
    private static let key = "AKIAIOSFODNN7EXAMPLE"

    /// An account with GuardDuty on and one finding about the key, one about another.
    private func played() throws -> PlayedWorld {
        let played = try PlayedWorld()
        func finding(_ id: String, _ key: String) -> String {
            """
            {"id":"\(id)","type":"CredentialAccess:IAMUser/AnomalousBehavior","severity":5,\
            "title":"User robot is anomalously invoking APIs.","updatedAt":"2026-11-24T09:00:00.000Z",\
            "resource":{"accessKeyDetails":{"accessKeyId":"\(key)","userName":"robot"}}}
            """
        }
        played.script.set("guardduty:GET /detector", .json(#"{"detectorIds":["d1"]}"#))
        played.script.set("guardduty:GET /detector/d1", .json(#"{"status":"ENABLED"}"#))
        played.script.set("guardduty:POST /detector/d1/findings", .json(#"{"findingIds":["f1","f2"]}"#))
        played.script.set(
            "guardduty:POST /detector/d1/findings/get",
            .json(#"{"findings":[\#(finding("f1", Self.key)),\#(finding("f2", "AKIAOTHER"))]}"#))
        return played
    }

    @Test("what GuardDuty has found about the key is in the timeline, under its own name, once")
    func guardDuty() async throws {
        let played = try played()
        _ = try await played.run("incident", "open", "leak", "--id", "INC-4")
        for _ in 1...2 {
            let run = try await played.run("incident", "triage", "accesskey:" + Self.key, "-o", "json")
            let root = try JSONDocument(run.output).root
            #expect(root["guardDuty"]?.string == "ENABLED", "\(run.error)")
            #expect(root["findings"]?.elements.map { _ in 1 }.count == 1)
        }
        let timeline = try await played.run("incident", "timeline", "-o", "json")
        let entries = try JSONDocument(timeline.output).root.elements
        let found = Array(entries).filter { $0["source"]?.string == "guardduty" }
        #expect(found.count == 1)
        #expect(found.first?["action"]?.string == "guardduty.finding")
        #expect(found.first?["ref"]?.string == "accesskey:" + Self.key)
        #expect(found.first?["note"]?.string?.contains("anomalously invoking APIs. (severity 5)") == true)
        let exported = try await played.run("incident", "export", "--as", "markdown")
        #expect(exported.output.contains("CredentialAccess:IAMUser/AnomalousBehavior"), "\(exported.error)")
    }

    @Test("a region in which GuardDuty is off, or may not be asked, is said")
    func off() async throws {
        let played = try played()
        played.script.set("guardduty:GET /detector", .json(#"{"detectorIds":[]}"#))
        let run = try await played.run("incident", "triage", "accesskey:" + Self.key, "-o", "json")
        #expect(try JSONDocument(run.output).root["guardDuty"]?.string == "none")
    }

    @Test("the address of an alias is locked by its alias, and opened by it again")
    func aliasAddress() async throws {
        let played = try PlayedWorld()
        func addresses(_ type: String) -> EmulatedAnswer {
            .json(
                """
                {"FunctionUrlConfigs":[{"FunctionUrl":"https://abc.lambda-url.eu-west-1.on.aws/","AuthType":"\(type)",\
                "FunctionArn":"arn:aws:lambda:eu-west-1:111122223333:function:pay:live"}]}
                """)
        }
        played.script.set("lambda:GET /2021-10-31/functions/pay/urls", addresses("NONE"))
        played.script.set("lambda:GET /2019-09-30/functions/pay/concurrency", .json("{}"))
        played.script.set("lambda:GET /2015-03-31/event-source-mappings", .json(#"{"EventSourceMappings":[]}"#))
        played.script.set("lambda:GET /2016-08-19/account-settings", .json(#"{"AccountLimit":{}}"#))
        played.script.set("lambda:ListAliases", .json(#"{"Aliases":[]}"#))
        played.script.set(
            "lambda:GET /2019-09-30/functions/pay/provisioned-concurrency",
            .json(#"{"ProvisionedConcurrencyConfigs":[]}"#))
        let run = try await played.run("incident", "contain", "lock-url", "url:pay", "-o", "json")
        try #require(run.status == 0, "\(run.error)")
        let root = try JSONDocument(run.output).root
        let command = root["command"]?.string ?? ""
        #expect(command.contains("update-function-url-config") && command.contains("--qualifier live"), "\(run.error)")
        #expect(command.contains("--auth-type AWS_IAM"))
        #expect(root["also"]?.elements.compactMap(\.string).contains { $0.contains("https://abc.") } == true)
        #expect(!played.aws.operations.contains { $0.contains("PUT") || $0.contains("DELETE") })
    }
}
