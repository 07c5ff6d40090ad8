import Emulator
import StrictJSON
import Testing

@Suite("compare")
struct CompareTests {
    private let note = "a test of compare"

    @Test("the same: exit 0; different: exit 3; nothing is shown")
    func outcomes() async throws {
        let played = try PlayedWorld()
        let same = try await played.run("compare", "secret:prod/db", "secret:prod/db", "--note", note)
        #expect(same.status == 0, "\(same.error)")
        #expect(same.output == "same\n")
        played.script.set(
            "secretsmanager:GetSecretValue", PlayedAccount.secretValue("canary-one"),
            PlayedAccount.secretValue("canary-two"))
        let different = try await played.run(
            "compare", "secret:prod/db", "secret:staging/db", "--note", note, "-o", "json", "-v")
        #expect(different.status == 3)
        let root = try JSONDocument(different.output).root
        #expect(root["same"]?.bool == false)
        #expect(root["groups"].map { Array($0.elements).count } == 2)
        #expect(!(different.output + different.error + played.world.auditLines().joined()).contains("canary"))
    }

    @Test("one reference is usage, no note is 77, nothing is sent")
    func refusals() async throws {
        let played = try PlayedWorld()
        #expect(try await played.run("compare", "secret:prod/db", "--note", note).status == 64)
        #expect(try await played.run("compare", "secret:prod/db", "secret:prod/api").status == 77)
        #expect(try await played.run("compare", "secret:prod/db", "fn:pay", "--note", note).status == 64)
        #expect(played.aws.requests.isEmpty)
        #expect(played.world.auditLines().isEmpty)
    }
}
