import Inventory

/// The steps of a plan as commands of a POSIX shell, the AWS CLI 2 and jq: what a person could do by hand. No value is in
/// it: values are in files, or pass from one program to the next.
public struct PlanScript: Sendable {
    /// Where the script expects the whole new value, without a line end behind it.
    static let new = "new-value"
    /// The whole value before it, for the hook.
    static let old = "old-value"

    public let lines: [String]

    public init(_ plan: Plan) {
        self.init(plan, plan.steps)
    }

    /// - Parameter steps: those of the plan, or of its retirement.
    public init(_ plan: Plan, _ steps: [PlanStep]) {
        var lines = [
            "#!/bin/sh",
            "# \(plan.id): \(plan.work.rawValue) \(plan.subject), account \(plan.account). What curtain apply does and this does",
            "# not: look before each step and behind it, wait when AWS is busy, keep a journal, find the way back.",
            "set -eu", "export AWS_REGION=\(ShellCommand.quoted(plan.region))"
        ]
        if plan.recipe != nil, plan.recipe != .byRotation {
            lines.append(
                "# \(Self.new): a file (mode 600) with the whole new value and no line end"
                    + (plan.hook == nil ? "" : "; \(Self.old): the same with the old one"))
        }
        for (place, step) in steps.enumerated() {
            let wave = step.wave.map { ", wave \($0)" } ?? ""
            lines.append("")
            lines.append("# \(place + 1)  \(step.action.rawValue)  \(step.reference)\(wave)")
            lines += StepCommands(plan: plan, step: step).commands
        }
        self.lines = lines
    }
}
