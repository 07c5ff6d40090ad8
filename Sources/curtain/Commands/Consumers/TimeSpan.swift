import ArgumentParser

/// A span of time as people write it: `90s`, `30m`, `24h`, `7d`.
struct TimeSpan: ExpressibleByArgument, Sendable, Equatable {
    let seconds: Double
    let defaultValueDescription: String

    init(seconds: Double, words: String) {
        self.seconds = seconds
        defaultValueDescription = words
    }

    init?(argument: String) {
        let units: [Character: Double] = ["s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800]
        guard let unit = argument.last.flatMap({ units[$0] }), let number = Int(argument.dropLast()), number >= 0,
            number <= 100_000
        else { return nil }
        self.init(seconds: Double(number) * unit, words: argument)
    }
}
