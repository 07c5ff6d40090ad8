import Inventory

/// Notes that were typed in this console, by what they were about. In memory only.
///
/// A note that is offered again carries a mark, which the audit trail keeps: the time runs from when it was typed, not
/// from when it was used last.
public struct HeldNotes: Sendable {
    /// What a note ends with that was not typed anew.
    public static let mark = " (held)"

    private struct Key: Hashable {
        let reference: Reference
        let pointer: String?
    }

    private var typed: [Key: (note: String, at: Double)] = [:]

    public init() {}

    /// The note to offer, with its mark; nil if there is none from the last minutes.
    public func note(for reference: Reference, _ pointer: String?, at monotonic: Double, minutes: Int) -> String? {
        guard minutes > 0, let held = typed[Key(reference: reference, pointer: pointer)],
            monotonic - held.at <= Double(minutes) * 60
        else { return nil }
        return held.note + Self.mark
    }

    /// Remembers a note that was typed; one with the mark was not.
    public mutating func keep(_ note: String, for reference: Reference, _ pointer: String?, at monotonic: Double) {
        guard !note.hasSuffix(Self.mark) else { return }
        typed[Key(reference: reference, pointer: pointer)] = (note, monotonic)
    }
}
