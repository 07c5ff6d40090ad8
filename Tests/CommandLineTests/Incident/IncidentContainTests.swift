import Emulator
import StrictJSON
import Testing

@Suite("incident contain")
struct IncidentContainTests {
    private static let describedSecret = EmulatedAnswer.json(
        """
        {"ARN":"arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db-AbCdEf","Name":"prod/db",\
        "VersionIdsToStages":{"v-1":["AWSCURRENT"]}}
        """)
    private static let none = EmulatedAnswer.json(#"{"ARN":"x","Name":"prod/db"}"#)

    /// An account in which a secret can be restricted; its policy is what was put last.
    private func played() throws -> PlayedWorld {
        let played = try PlayedWorld()
        played.script.set("secretsmanager:DescribeSecret", Self.describedSecret)
        played.script.set("secretsmanager:GetResourcePolicy", Self.none)
        played.script.set("secretsmanager:ListSecretVersionIds", .json(#"{"Versions":[]}"#))
        played.script.set("secretsmanager:PutResourcePolicy", Self.none)
        return played
    }

    private func changes(_ played: PlayedWorld) -> [String] {
        played.aws.operations.filter { operation in
            let name = operation.split(separator: ":").last ?? ""
            return !["Get", "List", "Describe"].contains { name.hasPrefix($0) }
        }
    }

    @Test("without --yes: the plan with its command, and nothing is changed")
    func plan() async throws {
        let played = try played()
        let run = try await played.run("incident", "contain", "restrict-secret", "secret:prod/db", "-o", "json")
        #expect(run.status == 0, "\(run.error)")
        let root = try JSONDocument(run.output).root
        #expect(
            root.members.compactMap { $0.key.string } == ["id", "action", "ref", "effect", "also", "undo", "command"])
        #expect(root["id"]?.isNull == true)
        #expect(
            root["command"]?.string?.hasPrefix("aws secretsmanager put-resource-policy --secret-id prod/db") == true)
        #expect(run.error.contains("nothing was changed"))
        #expect(changes(played).isEmpty && played.world.auditLines().isEmpty)
    }

    @Test("with --yes it needs no incident before it: one is opened, the intent is on record first, evidence is kept")
    func first() async throws {
        let played = try played()
        let run = try await played.run(
            "incident", "contain", "restrict-secret", "secret:prod/db", "--yes", "-o", "json")
        #expect(run.status == 0, "\(run.error)")
        #expect(run.error.contains("opened incident"))
        #expect(changes(played) == ["secretsmanager:PutResourcePolicy"])
        let events = try played.world.auditLines().map { line in
            let root = try JSONDocument(line).root
            return [root["event"]?.string, root["outcome"]?.string].compactMap(\.self).joined(separator: " ")
        }
        #expect(events == ["incident.opened done", "incident.contained pending", "incident.contained done"])
        let id = try #require(JSONDocument(run.output).root["id"]?.string)
        let timeline = try await played.run("incident", "timeline", "-o", "json")
        #expect(timeline.output.contains("evidence/\(id).json"))
        #expect(!timeline.output.contains(PlayedAccount.canary))
    }

    @Test("the undo looks first: what was put there is taken away, the rest is not touched")
    func undo() async throws {
        let played = try played()
        let run = try await played.run(
            "incident", "contain", "restrict-secret", "secret:prod/db", "--yes", "-o", "json")
        let id = try #require(JSONDocument(run.output).root["id"]?.string)
        let put = try #require(played.aws.requests.last { $0.operation == "secretsmanager:PutResourcePolicy" })
        let policy = try #require(JSONDocument(put.text).root["ResourcePolicy"]?.string)
        var writer = JSONWriter()
        writer.object { $0.member("ResourcePolicy", policy) }
        played.script.set("secretsmanager:GetResourcePolicy", .json(writer.text))
        played.script.set("secretsmanager:DeleteResourcePolicy", Self.none)
        #expect(try await played.run("incident", "undo", id).status == 64)
        let undo = try await played.run("incident", "undo", id, "--yes")
        #expect(undo.status == 0, "\(undo.error)")
        #expect(changes(played) == ["secretsmanager:PutResourcePolicy", "secretsmanager:DeleteResourcePolicy"])
        #expect(try await played.run("incident", "undo", "all", "--yes").output == "nothing to take back\n")
    }

    @Test(
        "service-linked roles and those of Identity Center: exit 77 and nothing at all is sent",
        arguments: ["role:AWSServiceRoleForLambda", "role:AWSReservedSSO_Admin_0123456789abcdef"])
    func protected(reference: String) async throws {
        let played = try played()
        let run = try await played.run("incident", "contain", "deny-sessions", reference, "--yes")
        #expect(run.status == 77)
        #expect(played.aws.requests.isEmpty && played.world.auditLines().isEmpty)
    }

    @Test(
        "one's own role, and a role that the profile goes through: exit 77 and nothing is sent but the question who we are"
    )
    func ownChain() async throws {
        let played = try played()
        played.script.set(
            "sts:GetCallerIdentity",
            .xml(
                """
                <GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:sts::111122223333:assumed-role/responder/me\
                </Arn><UserId>x</UserId><Account>111122223333</Account></GetCallerIdentityResult></GetCallerIdentityResponse>
                """))
        try played.world.write(
            "[profile chain]\nrole_arn = arn:aws:iam::111122223333:role/team/hop\nsource_profile = base\n",
            to: ".aws/config")
        for reference in ["role:responder", "role:hop"] {
            let run = try await played.run(
                "incident", "contain", "deny-sessions", reference, "--yes", environment: ["AWS_PROFILE": "chain"])
            #expect(run.status == 77, "\(run.error)")
        }
        #expect(Set(played.aws.operations) == ["sts:GetCallerIdentity"])
    }

    @Test("one's own access key: exit 77")
    func ownKey() async throws {
        let played = try played()
        let run = try await played.run("incident", "contain", "deactivate", "accesskey:AKIAFAKEFAKEFAKEFAKE", "--yes")
        #expect(run.status == 77)
        #expect(changes(played).isEmpty)
    }

    @Test("read-only mode plans and changes nothing: exit 77 with --yes")
    func readOnly() async throws {
        let played = try played()
        let plan = try await played.run("incident", "contain", "restrict-secret", "secret:prod/db", "--read-only")
        #expect(plan.status == 0, "\(plan.error)")
        let run = try await played.run(
            "incident", "contain", "restrict-secret", "secret:prod/db", "--yes", "--read-only")
        #expect(run.status == 77)
        #expect(changes(played).isEmpty)
    }

    @Test("denied by AWS: exit 77, on record, and nothing is left half done")
    func denied() async throws {
        let played = try played()
        played.script.set("secretsmanager:PutResourcePolicy", .error("AccessDeniedException", "not authorized"))
        let run = try await played.run("incident", "contain", "restrict-secret", "secret:prod/db", "--yes")
        #expect(run.status == 77)
        #expect(played.world.auditLines().contains { $0.contains("\"outcome\":\"denied\"") })
    }

    @Test("the wrong kind of thing is usage and asks nothing")
    func usage() async throws {
        let played = try played()
        #expect(try await played.run("incident", "contain", "restrict-secret", "fn:pay").status == 64)
        #expect(played.aws.requests.isEmpty)
    }
}
