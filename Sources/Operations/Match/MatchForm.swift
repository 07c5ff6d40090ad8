/// How a leaked value stands where it was found.
public enum MatchForm: String, CaseIterable, Sendable {
    /// The same bytes.
    case exact
    /// Behind base64, on one of the two sides.
    case base64
    /// A part of a longer text, on one of the two sides, or the same PEM block with other line ends.
    case embedded
    /// A field of a JSON text, on one of the two sides.
    case json
}
