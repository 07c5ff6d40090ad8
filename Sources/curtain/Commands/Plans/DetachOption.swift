import ArgumentParser

/// Whether a run gets a process of its own.
struct DetachOption: ParsableArguments {
    @Flag(
        name: .long,
        help: "Run it in a process of its own, which goes on when this terminal is gone; status --follow watches it.")
    var detach = false
}
