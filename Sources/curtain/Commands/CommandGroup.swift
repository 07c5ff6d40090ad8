import ArgumentParser

/// A command that only groups others.
protocol CommandGroup: ParsableCommand {}
