/// What happens to text that is wider than its place.
public enum Clipping: Sendable {
    /// It ends where the place ends.
    case cut
    /// Its last column shows that something was left out.
    case ellipsis
}
