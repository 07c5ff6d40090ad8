import Inventory
import Testing

@Suite("Which stored versions are read")
struct StoredVersionTests {
    @Test("a secret's versions that have a stage, a parameter's last three, the current one first; only it has a limit")
    func versions() throws {
        var account = try SampleAccount()
        account.secret(
            "db",
            versions: [
                .init(id: "old", stages: ["AWSPREVIOUS"]), .init(id: "none", stages: []),
                .init(id: "new", stages: ["AWSCURRENT"])
            ])
        account.parameter("/p", version: 5)
        let read = StoredVersions.toRead([.secret(name: "db"), .parameter(name: "/p")], in: account.facts)
        #expect(
            read == [
                StoredVersion(.secret(name: "db", version: "new"), isCurrent: true, limit: .secretBytes),
                StoredVersion(.secret(name: "db", version: "old"), isCurrent: false),
                StoredVersion(.parameter(name: "/p", selector: "5"), isCurrent: true, limit: .standardParameterBytes),
                StoredVersion(.parameter(name: "/p", selector: "4"), isCurrent: false),
                StoredVersion(.parameter(name: "/p", selector: "3"), isCurrent: false)
            ])
    }

    @Test(
        "a parameter's limit is its tier's",
        arguments: [
            (nil, AWSFact.standardParameterBytes), ("Standard", .standardParameterBytes),
            ("Advanced", .advancedParameterBytes), ("Intelligent-Tiering", .advancedParameterBytes)
        ])
    func tiers(tier: String?, limit: AWSFact) throws {
        var account = try SampleAccount()
        account.parameter("/p", tier: tier)
        #expect(StoredVersions.toRead([.parameter(name: "/p")], in: account.facts).map(\.limit) == [limit])
    }
}
