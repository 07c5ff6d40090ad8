import StrictJSON

extension Rollout {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("canary", canary.text)
            json.member("wave", wave)
            json.member("parallel", parallel)
            json.member("keepGoing", keepGoing)
            json.member("weight", weight)
            json.texts("checks", checks.map(\.text))
            if let requestsPerSecond { json.member("requestsPerSecond", requestsPerSecond) }
        }
    }

    init(_ node: PlanNode) throws(PlanFault) {
        guard let canary = Canary(try node.text("canary")) else { throw node.fault("canary is no number or share") }
        var checks: [PlanCheck] = []
        for text in try node.texts("checks") {
            guard let check = PlanCheck(text) else { throw node.fault("checks has what is no check") }
            checks.append(check)
        }
        self.init(
            canary: canary, wave: try node.number("wave"), parallel: try node.number("parallel"),
            keepGoing: try node.number("keepGoing"), checks: checks, weight: try node.number("weight"),
            requestsPerSecond: try node.optionalNumber("requestsPerSecond"))
        guard wave > 0, parallel > 0, keepGoing >= 0, (0...99).contains(weight),
            (1...1000).contains(requestsPerSecond ?? 1)
        else {
            throw node.fault("rollout has numbers that cannot be")
        }
    }
}

extension Rollout.Canary {
    /// `N` or `N%`.
    public var text: String {
        switch self {
        case .count(let number): String(number)
        case .percent(let share): "\(share)%"
        }
    }

    /// nil if the text is neither a number from 1 nor a share from 1% to 100%.
    public init?(_ text: String) {
        if text.hasSuffix("%") {
            guard let share = Int(text.dropLast()), (1...100).contains(share) else { return nil }
            self = .percent(share)
        } else {
            guard let number = Int(text), number > 0 else { return nil }
            self = .count(number)
        }
    }
}
