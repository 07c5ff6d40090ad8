import ArgumentParser
import Operations

/// What a person says to a plan that waits for them.
struct ConfirmationOptions: ParsableArguments {
    @Flag(help: "What the plan waits for is done: the code reads the new place.")
    var done = false

    @Flag(help: "Go on although CloudTrail does not show it.")
    var unseen = false

    @Option(help: ArgumentHelp("Remove the old place: its name, as the plan says it.", valueName: "name"))
    var remove: String?

    var confirmations: Set<Confirmation> {
        var all: Set<Confirmation> = []
        if done { all.insert(.done) }
        if unseen { all.insert(.unseen) }
        if let remove { all.insert(.remove(remove)) }
        return all
    }
}
