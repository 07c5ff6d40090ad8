import Testing

@testable import curtain

@Suite("demo --incident")
struct DemoArgumentTests {
    @Test("it is the drill behind demo, and names an incident everywhere else")
    func named() {
        #expect(DemoCommand.named(["demo", "--reset", "--incident"]) == ["demo", "--reset", "--drill"])
        #expect(DemoCommand.named(["--share", "demo", "--incident"]) == ["--share", "demo", "--drill"])
        for others in [["reveal", "demo", "--incident", "INC-1"], ["--incident", "INC-1", "plans"], ["--incident"]] {
            #expect(DemoCommand.named(others) == others)
        }
    }
}
