import SensitiveMemory

/// Something that is wrong, with the evidence for it and what mends it. There is no value in it.
public struct Finding: Sendable, Equatable {
    public let rule: FindingRule
    public let severity: Severity
    /// The thing that it is about, and that is opened from it; nil for the region itself.
    public let reference: Reference?
    /// What was seen, in one line.
    public let evidence: String
    /// What to do about this one.
    public let fix: String
    public let account: String
    public let region: String
    /// The same for the same thing on every run: the rule and a hash over account, region and thing.
    public let id: String

    init(
        _ rule: FindingRule, _ reference: Reference?, about subject: String = "", _ evidence: String,
        severity: Severity? = nil, fix: String? = nil, in place: AccountPlace
    ) {
        self.rule = rule
        self.severity = severity ?? rule.severity
        self.reference = reference
        self.evidence = evidence
        self.fix = fix ?? rule.fix
        account = place.account
        region = place.region
        let digest = SHA256.digest(
            Array("\(rule.rawValue)|\(place.account)|\(place.region)|\(reference?.text ?? subject)".utf8))
        let hex = digest.prefix(5).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }
        id = rule.rawValue + "-" + hex.joined()
    }

    public var title: String { rule.title }
    public var why: String { rule.why }
}
