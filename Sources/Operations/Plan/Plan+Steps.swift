import Inventory

extension Plan {
    /// Every step in the order in which it is first done, with its wave.
    public var steps: [PlanStep] { steps(in: rollout) }

    /// The same for another rollout.
    public func steps(in rollout: Rollout) -> [PlanStep] {
        var steps = opening
        for (number, wave) in rollout.waves(of: lanes.count).enumerated() {
            for lane in lanes[wave] {
                steps += lane.steps(in: rollout).map { step in
                    var step = step
                    step.wave = number + 1
                    return step
                }
            }
            if let check = check(ofWave: number + 1, in: rollout) { steps.append(check) }
        }
        return steps + closing
    }

    /// The check behind a wave; nil if the rollout asks for none but invocations, which each function has of its own.
    func check(ofWave wave: Int, in rollout: Rollout) -> PlanStep? {
        let words = rollout.checks.compactMap { check -> String? in
            switch check {
            case .invoke: nil
            case .errors(let minutes):
                "cloudwatch:GetMetricData Errors and Throttles of \(minutes) minutes against the hour before"
            case .command(let path): "run \(path)"
            }
        }
        return words.isEmpty
            ? nil : PlanStep(.checkWave, subject, call: words.joined(separator: ", then "), wave: wave)
    }
}
