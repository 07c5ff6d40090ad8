/// One line of the monthly bill: so many of something at a price.
public struct CostLine: Sendable, Equatable {
    public let store: SecretStore
    /// `secrets`, `replicas`, `advanced parameters`
    public let item: String
    public let quantity: Int
    /// USD for one, a month.
    public let price: Double
    /// USD a month.
    public let month: Double
    /// Where the price comes from.
    public let fact: AWSFact
    /// What is estimated or left out; nil where nothing is.
    public let note: String?

    init(_ store: SecretStore, _ item: String, _ quantity: Int, at fact: AWSFact, note: String? = nil) {
        self.init(store, item, quantity, price: fact.value, fact, month: Double(quantity) * fact.value, note: note)
    }

    init(
        _ store: SecretStore, _ item: String, _ quantity: Int, price: Double, _ fact: AWSFact, month: Double,
        note: String? = nil
    ) {
        self.store = store
        self.item = item
        self.quantity = quantity
        self.price = price
        self.month = month
        self.fact = fact
        self.note = note
    }
}
