import ArgumentParser
import Operations

/// In which portions functions are changed, and what is checked behind each.
struct RolloutOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("How many functions go first, or which share.", valueName: "N|N%"))
    var canary: String?

    @Option(name: .long, help: ArgumentHelp("Functions in each wave behind the canary.", valueName: "N"))
    var wave: Int?

    @Option(name: .long, help: ArgumentHelp("Functions changed at the same time.", valueName: "N"))
    var parallel: Int?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Traffic that an alias gives its new version before it gives all, in percent; 0 for none.", valueName: "N"))
    var weight: Int?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Behind each wave: invoke=PAYLOAD, invoke=PAYLOAD=>ANSWER, errors=5m, command=PATH; may be given several times.",
            valueName: "check"))
    var check: [String] = []

    @Option(
        name: .customLong("keep-going"),
        help: ArgumentHelp("How many functions may fail before it stops.", valueName: "N"))
    var keepGoing: Int?

    @Option(
        name: .customLong("requests-per-second"),
        help: ArgumentHelp(
            "Calls out of Lambda's shared quota of 15 a second; otherwise as configured ([aws] requests_per_second).",
            valueName: "N"))
    var requestsPerSecond: Int?

    mutating func validate() throws {
        if let requestsPerSecond, !(1...1000).contains(requestsPerSecond) {
            throw ValidationError("--requests-per-second takes a number from 1 to 1000.")
        }
        if let canary, Rollout.Canary(canary) == nil {
            throw ValidationError("--canary takes a number from 1 or a share from 1% to 100%.")
        }
        for (name, number) in [("--wave", wave), ("--parallel", parallel)] {
            if let number, number < 1 { throw ValidationError("\(name) takes a number from 1.") }
        }
        if let weight, !(0...99).contains(weight) { throw ValidationError("--weight takes a share from 0 to 99.") }
        if let keepGoing, keepGoing < 0 { throw ValidationError("--keep-going takes a number from 0.") }
        for text in check where PlanCheck(text) == nil {
            throw ValidationError("--check takes invoke=PAYLOAD, errors=MINUTESm or command=PATH.")
        }
    }

    /// A rollout with what was said in place of what it had.
    func applied(to rollout: Rollout) -> Rollout {
        var rollout = rollout
        rollout.canary = canary.flatMap(Rollout.Canary.init) ?? rollout.canary
        rollout.wave = wave ?? rollout.wave
        rollout.parallel = parallel ?? rollout.parallel
        rollout.weight = weight ?? rollout.weight
        rollout.keepGoing = keepGoing ?? rollout.keepGoing
        rollout.requestsPerSecond = requestsPerSecond ?? rollout.requestsPerSecond
        if !check.isEmpty { rollout.checks = check.compactMap(PlanCheck.init) }
        return rollout
    }
}
