/// The name of a set of plans: `s-` and eight hexadecimal digits.
public struct PlanSetID: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    /// nil if the text is none.
    public init?(_ text: some StringProtocol) {
        guard text.hasPrefix("s-"), PlanID("p-" + text.dropFirst(2)) != nil else { return nil }
        self.text = String(text)
    }

    /// A new one.
    public static func random() -> PlanSetID { PlanSetID(digits: PlanID.random().text.dropFirst(2)) }

    private init(digits: Substring) { text = "s-" + digits }

    public var description: String { text }
}
