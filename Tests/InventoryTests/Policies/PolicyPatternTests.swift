import Inventory
import Testing

@Suite("Patterns of policies")
struct PolicyPatternTests {
    @Test(
        "stars and question marks",
        arguments: [
            ("*", "anything", true), ("*", "", true), ("a*c", "abbbc", true), ("a*c", "abbb", false),
            (
                "arn:aws:secretsmanager:*:1:secret:prod/db-??????", "arn:aws:secretsmanager:r:1:secret:prod/db-AbCdEf",
                true
            ),
            (
                "arn:aws:secretsmanager:*:1:secret:prod/db-??????",
                "arn:aws:secretsmanager:r:1:secret:prod/db-ro-AbCdEf", false
            ),
            ("a*b*c", "aXbYbZc", true), ("a**", "a", true), ("?", "", false), ("a?", "a", false),
            ("secretsmanager:Get*", "secretsmanager:GetSecretValue", true), ("ab", "AB", false)
        ])
    func wildcards(pattern: String, text: String, fits: Bool) {
        #expect(PolicyPattern(pattern).matches(text) == Truth(fits))
    }

    @Test("actions do not depend on case")
    func actions() {
        #expect(
            PolicyPattern("SecretsManager:getsecret*", ignoresCase: true).matches("secretsmanager:GetSecretValue")
                == .yes)
    }

    @Test("a variable is replaced where it is known, undecided where it is not, and decided where it cannot matter")
    func variables() {
        let pattern = PolicyPattern("arn:aws:ssm:r:1:parameter/${aws:PrincipalTag/team}/*")
        #expect(pattern.matches("arn:aws:ssm:r:1:parameter/pay/key") { _ in "pay" } == .yes)
        #expect(pattern.matches("arn:aws:ssm:r:1:parameter/mail/key") { _ in "pay" } == .no)
        #expect(pattern.matches("arn:aws:ssm:r:1:parameter/pay/key") == .unknown("aws:PrincipalTag/team"))
        #expect(pattern.matches("arn:aws:ssm:r:2:parameter/pay/key") == .no)
        #expect(PolicyPattern("a${*}").matches("a*") == .yes)
        #expect(PolicyPattern("a${*}").matches("ab") == .no)
        #expect(PolicyPattern("${aws:username}", hasVariables: false).matches("${aws:username}") == .yes)
    }
}
