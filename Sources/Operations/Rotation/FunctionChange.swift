/// What shall happen to one function, before it is known whether it can.
struct FunctionChange: Sendable {
    let function: String
    /// Which variables get the new value; none where it is only made to start anew.
    var changes: [FunctionLane.Change] = []
    /// The stack whose deployment brings them about.
    var stack: String?
}
