import Testing

@testable import Settings

@Suite("Accepted findings")
struct FindingBaselineTests {
    @Test("what is written is read again, whatever the reason has in it")
    func roundTrip() throws {
        let entries = [
            FindingBaseline.Entry(
                id: "a-1", reason: "say \"why\" \\ here\nand\tthere é", until: "2027-03-31", reference: "env:a/B"),
            FindingBaseline.Entry(id: "b-2", reason: "known")
        ]
        let text = FindingBaseline(entries).text
        #expect(try FindingBaseline(text: text, path: "b.toml") == FindingBaseline(entries))
    }

    @Test("an acceptance ends after its last day")
    func until() {
        let baseline = FindingBaseline([.init(id: "a-1", reason: "r", until: "2027-03-31")])
        #expect(baseline.reason(for: "a-1", on: "2027-03-31") == "r")
        #expect(baseline.reason(for: "a-1", on: "2027-04-01") == nil)
        #expect(baseline.reason(for: "a-2", on: "2027-01-01") == nil)
    }

    @Test("a reason that stands is not overwritten")
    func accept() {
        var baseline = FindingBaseline([.init(id: "a", reason: "first")])
        baseline.accept([.init(id: "a", reason: "second"), .init(id: "b", reason: "second")])
        #expect(baseline.entries.map(\.reason) == ["first", "second"])
    }

    @Test(
        "what is wrong is told with its line",
        arguments: [
            ("[a-1]\nreason = \" \"\n", "b.toml:1: a-1 has no reason: say why it is accepted"),
            ("[a-1]\nreason = \"x\"\nuntil = \"soon\"\n", "b.toml:3: until must be a day such as \"2027-03-31\""),
            ("[a-1]\nreason = \"x\"\nwho = \"me\"\n", "b.toml:3: there is no who; there are reason, until, ref"),
            ("top = \"x\"\n", "b.toml:1: top must be a string below [ID-OF-A-FINDING]"),
            ("[a-1]\nreason = 4\n", "b.toml:2: a-1.reason must be a string below [ID-OF-A-FINDING]")
        ])
    func wrong(text: String, line: String) {
        #expect { try FindingBaseline(text: text, path: "b.toml") } throws: { error in
            (error as? SettingsError)?.problems.map(\.description).contains(line) == true
        }
    }
}
