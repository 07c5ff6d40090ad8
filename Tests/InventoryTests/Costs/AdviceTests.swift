import Inventory
import Testing

@Suite("Where a new secret should live")
struct AdviceTests {
    @Test(
        "the worked cases and the borders between the stores",
        arguments: [
            // A telemetry key, a database user, a GitHub App key, a regulated credential.
            (AdviceAnswers(blastRadius: .small, rotation: .none, readers: .few), SecretStore.environment),
            (AdviceAnswers(functions: 14), .parameterStore),
            (AdviceAnswers(kind: .certificate, size: 2_000), .kms),
            (AdviceAnswers(rotation: .mandated), .secretsManager),
            (AdviceAnswers(kind: .signingKey, rotation: .mandated), .kms),
            (AdviceAnswers(size: 8_192), .parameterStore), (AdviceAnswers(size: 8_193), .secretsManager),
            (AdviceAnswers(size: 65_537), .kms), (AdviceAnswers(regions: 3), .secretsManager),
            (AdviceAnswers(regions: 12), .kms),
            (AdviceAnswers(blastRadius: .small, functions: 5, keyAFunction: true, readers: .few), .environment),
            (AdviceAnswers(blastRadius: .small, functions: 5, readers: .few), .parameterStore),
            (AdviceAnswers(blastRadius: .small, size: 2_100, readers: .few), .parameterStore),
            (AdviceAnswers(blastRadius: .small, readers: .many), .parameterStore)
        ])
    func choice(answers: AdviceAnswers, store: SecretStore) {
        let advice = Advice(answers, name: "/prod/x")
        #expect(advice.store == store)
        #expect(
            advice.verdicts.map(\.store).sorted { $0.rawValue < $1.rawValue }
                == SecretStore.allCases.sorted { $0.rawValue < $1.rawValue })
        #expect(advice.verdicts.first?.store == store && !advice.reasons.isEmpty && !advice.commands.isEmpty)
        #expect(!advice.commands.contains { $0.contains("--value ") && !$0.contains("file:///dev/stdin") })
    }

    @Test("the price follows size, regions and calls")
    func price() {
        #expect(Advice(AdviceAnswers(), name: "x").month == 0)
        let parts = Advice(AdviceAnswers(), name: "prod/x")
        #expect(parts.commands[0].contains("--name /prod/x ") && parts.plan.command.contains(" param:/prod/x "))
        let advanced = Advice(AdviceAnswers(size: 5_000, calls: 100_000), name: "x")
        #expect(abs(advanced.month - (0.05 + 0.5)) < 1e-9)
        #expect(advanced.commands[0].contains("--tier Advanced"))
        #expect(
            abs(Advice(AdviceAnswers(rotation: .mandated, regions: 2, calls: 20_000), name: "x").month - 0.9) < 1e-9)
    }

    @Test("answers are understood or explained")
    func questions() {
        var answers = AdviceAnswers()
        #expect(AdviceQuestion.rotation.take("mandated", into: &answers) == nil && answers.rotation == .mandated)
        #expect(AdviceQuestion.size.take("big", into: &answers) == "a number from 1 to 10000000")
        #expect(AdviceQuestion.keyAFunction.take("maybe", into: &answers) == "yes, no")
        for question in AdviceQuestion.allCases {
            #expect(question.take(question.usual(), into: &answers) == nil)
        }
    }
}
