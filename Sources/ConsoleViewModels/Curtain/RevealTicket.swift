/// One reveal from its request to its end: request, answer and closing record carry the same ticket.
public struct RevealTicket: Hashable, Sendable {
    public let number: Int

    public init(number: Int) {
        self.number = number
    }
}
