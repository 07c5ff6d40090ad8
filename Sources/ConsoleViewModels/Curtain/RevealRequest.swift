import Inventory

/// One value that a person asks for, and why.
public struct RevealRequest: Sendable, Equatable {
    public let ticket: RevealTicket
    /// A variable, a parameter, or a secret (without its pointer).
    public let reference: Reference
    /// The field of a JSON secret (RFC 6901); nil asks for the whole value, or for the fields' names if it is JSON.
    public let pointer: String?
    /// Trimmed, one line, never empty.
    public let note: String

    public init(ticket: RevealTicket, reference: Reference, pointer: String? = nil, note: String) {
        self.ticket = ticket
        self.reference = reference
        self.pointer = pointer
        self.note = note
    }
}
