import SensitiveMemory

/// A value that copies are looked for of, known by its fingerprint.
struct HeldValue: Sendable {
    let fingerprint: Fingerprint
    /// The field of a JSON value; nil for the whole.
    let field: String?
    let isCurrent: Bool
    /// The only variable in which it counts; nil for every one.
    var variable: String?
}
