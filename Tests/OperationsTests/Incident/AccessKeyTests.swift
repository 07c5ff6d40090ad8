import FoundationEssentials
import Testing

@testable import Operations

@Suite("A leaked access key")
struct AccessKeyTests {
    @Test("the account is read from the id's bits, as published", arguments: [("ASIAQNZGKIQY56JQ7WML", "029608264753")])
    func account(id: String, account: String) { #expect(AccessKeyID(id)?.account == account) }

    @Test("ids from before they had the account tell none", arguments: ["AKIAIOSFODNN7EXAMPLE", "AKIAJQ3EGTRSABCDEFGH"])
    func old(id: String) {
        #expect(AccessKeyID(id) != nil)
        #expect(AccessKeyID(id)?.account == nil)
    }

    @Test(
        "what is no id",
        arguments: ["", "AKIA", "AROAQNZGKIQY56JQ7WML", "akiaqnzgkiqy56jq7wml", "AKIAQNZGKIQY56JQ7WMLX"])
    func none(text: String) { #expect(AccessKeyID(text) == nil) }

    @Test("what to do next: never contain what one works with, nor what is not one's own")
    func next() throws {
        var triage = AccessKeyTriage(try #require(AccessKeyID("AKIAQNZGKIQY56JQ7WML")))
        triage.status = "Active"
        triage.isOwnAccount = true
        #expect(triage.next.first?.contains("contain deactivate accesskey:AKIAQNZGKIQY56JQ7WML") == true)
        triage.isOwnAccount = false
        #expect(triage.next.first?.contains("contain") == false)
        triage.isOwnSession = true
        #expect(triage.next.first?.contains("another identity") == true)
        var session = AccessKeyTriage(try #require(AccessKeyID("ASIAQNZGKIQY56JQ7WML")))
        session.uses = [
            .init(
                time: Date(timeIntervalSince1970: 0), name: "GetObject", actor: "arn:aws:sts::1:assumed-role/app/i-1",
                sourceIP: nil, region: "eu-west-1", errorCode: nil)
        ]
        #expect(session.next == ["incident contain deny-sessions role:app"])
    }

    @Test("detection that is off is a gap of the report; what cannot be told is none")
    func gaps() throws {
        var triage = AccessKeyTriage(try #require(AccessKeyID("AKIAQNZGKIQY56JQ7WML")))
        #expect(triage.gaps.isEmpty)
        triage.trails = [.init(name: "t", isLogging: false, isMultiRegion: true)]
        triage.guardDuty = "none"
        #expect(triage.gaps.count == 2)
    }
}
