import Inventory
import Testing

@Suite("The same secret in several regions")
struct SharedAcrossTests {
    private static let token = "ghp_R4nD0mZq8vT1yLk3Jh7Wb5Nc2Mx9Pf6Gs0Qa"
    private static let other = "ghp_Zz4nD0mZq8vT1yLk3Jh7Wb5Nc2Mx9Pf6Gs0Q"

    private static func merged(_ accounts: [SampleAccount]) -> [Finding] {
        Finding.merged(
            accounts.map { FindingSearch($0.facts, graph: $0.graph).findings() },
            plainValues: accounts.map(\.facts.plainValues)
        ).filter { $0.rule == .sharedSecret }
    }

    @Test("one finding at the first place, which names the other with its region")
    func across() throws {
        var here = try SampleAccount()
        var there = try SampleAccount(region: "us-east-1")
        try here.function("a", ["X": Self.token])
        try there.function("b", ["Y": Self.token, "Z": Self.other])
        let found = Self.merged([here, there])
        #expect(found.map { $0.reference?.text } == ["env:a/X"])
        #expect(found.map(\.region) == ["eu-west-1"])
        #expect(found.map(\.evidence) == ["the same value is in env:b/Y in us-east-1"])
    }

    @Test("what a region tells of the value by itself is not told again; of another value it is")
    func instead() throws {
        var here = try SampleAccount()
        var there = try SampleAccount(region: "us-east-1")
        try here.function("a", ["X": Self.token])
        try there.function("b", ["Y": Self.token, "Z": Self.other])
        try there.function("c", ["Y": Self.token, "Z": Self.other])
        let found = Self.merged([here, there])
        #expect(found.map { $0.reference?.text } == ["env:a/X", "env:b/Z"])
        #expect(found.first?.evidence == "the same value is in env:b/Y in us-east-1, env:c/Y in us-east-1")
    }

    @Test("with several accounts the account is told too; of one region nothing changes")
    func accounts() throws {
        var here = try SampleAccount()
        var there = try SampleAccount(account: "222233334444")
        try here.function("a", ["X": Self.token])
        try there.function("a", ["X": Self.token])
        #expect(
            Self.merged([here, there]).first?.evidence == "the same value is in env:a/X in eu-west-1 of 222233334444")
        #expect(Self.merged([here]).isEmpty)
    }
}
