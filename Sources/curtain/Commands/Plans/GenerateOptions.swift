import ArgumentParser
import Operations

/// How a value is generated when the plan is applied.
struct GenerateOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("Generate the value when it is applied: its length.", valueName: "length"))
    var generate: Int?

    @Flag(name: .customLong("no-punctuation"), help: "Generate letters and digits only.")
    var noPunctuation = false

    @Option(
        name: .long, help: ArgumentHelp("Characters that a generated value does not have.", valueName: "characters"))
    var exclude: String?

    mutating func validate() throws {
        if let generate, !GeneratedValue.lengths.contains(generate) {
            let lengths = GeneratedValue.lengths
            throw ValidationError("--generate takes \(lengths.lowerBound) to \(lengths.upperBound) characters.")
        }
        if generate == nil, noPunctuation || exclude != nil {
            throw ValidationError("--no-punctuation and --exclude go with --generate.")
        }
    }

    var value: GeneratedValue? {
        generate.map { GeneratedValue(length: $0, excludesPunctuation: noPunctuation, excluded: exclude ?? "") }
    }
}
