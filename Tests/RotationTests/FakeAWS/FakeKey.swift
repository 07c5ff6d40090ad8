/// A key as KMS keeps it.
struct FakeKey: Sendable {
    /// Rotations on demand that are over.
    var rotations = 0
    /// Looks until the one that is under way is over; 0 while there is none.
    var lag = 0
}
