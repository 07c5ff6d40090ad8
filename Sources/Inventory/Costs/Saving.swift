/// What moving or removing things would save, and what has to be true for it.
public struct Saving: Sendable, Equatable {
    /// `move to a standard SecureString`
    public let act: String
    /// The things, in the order of their names.
    public let references: [Reference]
    /// USD a month for all of them.
    public let month: Double
    /// What curtain cannot see and somebody has to know.
    public let condition: String

    init(_ act: String, _ references: [Reference], each price: Double, condition: String) {
        self.act = act
        self.references = references.sorted { $0.text < $1.text }
        month = price * Double(references.count)
        self.condition = condition
    }
}
