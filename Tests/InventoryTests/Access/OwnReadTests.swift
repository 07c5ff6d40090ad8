import FoundationEssentials
import Inventory
import Testing

@Suite("Own reads")
struct OwnReadTests {
    private static let secret = Reference.secret(name: "old")

    /// A secret of four hundred days, read today, to which nothing refers.
    private static func account() throws -> SampleAccount {
        var account = try SampleAccount()
        let age = account.facts.taken.addingTimeInterval(-400 * 86_400)
        account.secret("old", modified: age, accessed: account.facts.taken, rotates: true)
        return account
    }

    private static func event(_ id: String, at time: Date) -> AccessEvent {
        AccessEvent(
            id: id, time: time, actor: "arn:aws:iam::1:user/a", action: "GetSecretValue",
            service: "secretsmanager.amazonaws.com", references: [secret], version: nil, requestID: id, sourceIP: nil,
            agent: nil, invokedBy: nil, errorCode: nil)
    }

    private static func unused(_ account: SampleAccount) -> [Finding] {
        FindingSearch(account.facts, graph: account.graph).findings().filter { $0.rule == .unusedSecret }
    }

    @Test("a last access that curtain made itself is no use; one of another day is")
    func lastAccess() throws {
        var account = try Self.account()
        #expect(Self.unused(account).isEmpty)
        var own = OwnReads()
        own.add(
            .secret(name: "old", version: "v1"), at: account.facts.taken.addingTimeInterval(-86_400), by: nil,
            requestID: nil)
        account.facts.ownReads = own
        #expect(Self.unused(account).isEmpty)
        own.add(.secret(name: "old", version: "v1"), at: account.facts.taken, by: nil, requestID: nil)
        account.facts.ownReads = own
        let found = Self.unused(account)
        #expect(found.map(\.reference) == [Self.secret])
        #expect(found.first?.evidence.contains("last read by curtain itself") == true)
    }

    @Test("a search reads everything")
    func search() throws {
        var account = try Self.account()
        var own = OwnReads()
        own.addSearch(at: account.facts.taken)
        account.facts.ownReads = own
        #expect(Self.unused(account).count == 1)
    }

    @Test("an event of CloudTrail that is an own request makes nobody a reader; another by the same actor does")
    func events() throws {
        var account = try Self.account()
        var own = OwnReads()
        own.add(Self.secret, at: account.facts.taken, by: nil, requestID: "ours")
        account.facts.ownReads = own
        account.facts.reads = [Self.event("ours", at: account.facts.taken)]
        #expect(account.facts.uses.isEmpty && account.graph.usedBy(Self.secret).isEmpty)
        #expect(Self.unused(account).count == 1)
        account.facts.reads = [Self.event("theirs", at: account.facts.taken)]
        #expect(account.graph.usedBy(Self.secret).map(\.reference) == [.user(name: "a")])
        #expect(Self.unused(account).isEmpty)
    }

    @Test("the Decrypt behind an own read is one as well: of the same session, thing and moment, on a store's behalf")
    func decrypt() throws {
        let taken = try Self.account().facts.taken
        var own = OwnReads()
        own.add(.secret(name: "old", version: "v1"), at: taken, by: "arn:aws:iam::1:user/a", requestID: "ours")
        func decrypt(
            at seconds: Double = -1, actor: String = "arn:aws:iam::1:user/a", of reference: Reference = Self.secret,
            by service: String? = "secretsmanager.amazonaws.com"
        ) -> AccessEvent {
            AccessEvent(
                id: "d", time: taken.addingTimeInterval(seconds), actor: actor, action: "Decrypt",
                service: "kms.amazonaws.com", references: [reference], version: nil, requestID: "another",
                sourceIP: nil, agent: nil, invokedBy: service, errorCode: nil)
        }
        #expect(own.contain(decrypt()))
        #expect(!own.contain(decrypt(at: -60)) && !own.contain(decrypt(actor: "arn:aws:iam::1:user/b")))
        #expect(!own.contain(decrypt(of: .secret(name: "new"))) && !own.contain(decrypt(by: nil)))
    }
}
