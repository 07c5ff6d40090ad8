import SensitiveMemory

/// A variable of a function or of one of its published versions.
struct VariableSlot: Sendable {
    let function: String
    /// nil for $LATEST.
    let version: String?
    let name: String

    var reference: Reference { .variable(function: function, qualifier: version, name: name) }
    var owner: Reference { .function(name: function) }
}
