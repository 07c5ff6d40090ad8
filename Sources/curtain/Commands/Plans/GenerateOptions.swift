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

    @Option(
        name: .customLong("like"),
        help: ArgumentHelp(
            "Generate the value after a pattern: sk_live_[A-Za-z0-9]{32}, \\d{12} (docs/rotation.md).",
            valueName: "pattern"))
    var pattern: String?

    @Flag(name: .customLong("by-secrets-manager"), help: "Have Secrets Manager generate it (GetRandomPassword).")
    var bySecretsManager = false

    mutating func validate() throws {
        if let pattern {
            guard generate == nil, !noPunctuation, exclude == nil, !bySecretsManager else {
                throw ValidationError("--like says everything about the value; leave the other options away.")
            }
            do throws(ValuePattern.Invalid) { _ = try ValuePattern(pattern) } catch {
                throw ValidationError("--like: \(error).")
            }
        }
        if let generate, !GeneratedValue.lengths.contains(generate) {
            let lengths = GeneratedValue.lengths
            throw ValidationError("--generate takes \(lengths.lowerBound) to \(lengths.upperBound) characters.")
        }
        if generate == nil, noPunctuation || exclude != nil || bySecretsManager {
            throw ValidationError("--no-punctuation, --exclude and --by-secrets-manager go with --generate.")
        }
    }

    var value: GeneratedValue? {
        if let pattern, let made = try? ValuePattern(pattern) { return GeneratedValue(made) }
        return generate.map {
            GeneratedValue(
                length: $0, excludesPunctuation: noPunctuation, excluded: exclude ?? "", isByService: bySecretsManager)
        }
    }
}
