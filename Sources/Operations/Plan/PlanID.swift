/// The name of a plan: `p-` and eight hexadecimal digits. It is also a marker: in labels, descriptions and a
/// variable of each redeployed function.
public struct PlanID: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    /// nil if the text is none.
    public init?(_ text: some StringProtocol) {
        let digits = text.utf8.dropFirst(2)
        guard text.hasPrefix("p-"), digits.count == 8,
            digits.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
        else { return nil }
        self.text = String(text)
    }

    /// A new one.
    public static func random() -> PlanID { PlanID(number: .random(in: .min ... .max)) }

    init(number: UInt32) {
        let digits = String(number, radix: 16)
        text = "p-" + String(repeating: "0", count: 8 - digits.count) + digits
    }

    public var description: String { text }

    /// The staging label of someone else's version that a plan keeps from being forgotten.
    var keptLabel: String { "curtain-kept-\(text)" }
    /// The staging label of the plan's own version when it is taken back.
    var undoneLabel: String { "curtain-undone-\(text)" }
}
