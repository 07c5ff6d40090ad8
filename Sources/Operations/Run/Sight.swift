/// What a look at the world says about a step: where it leads from here. `Move` is what acting would do.
enum Sight<Move: Sendable>: Sendable {
    /// The far side: the step is done, by whomever. Leads to the next step.
    case reached(Facts)
    /// The near side: acting is right. Leads to the act, then to another look.
    case ready(Move, Facts)
    /// On its way. Leads to another look after a while.
    case waiting(String)
    /// Neither side: somebody else has changed it. Nothing of this step is done.
    case moved(String)
    /// Only a person can say what is right.
    case person(String)
    /// It ended badly, for good.
    case failed(String)
}

/// What an act tells: the call's id, and the far side if the answer itself shows it, which saves a look.
struct ActAnswer: Sendable {
    var requestID: String?
    var reached: Facts?

    init(_ receipt: CallReceipt? = nil, reached: Facts? = nil) {
        requestID = receipt.flatMap { $0.requestID.isEmpty ? nil : $0.requestID }
        self.reached = reached
    }
}
