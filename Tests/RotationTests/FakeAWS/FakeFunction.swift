/// A function as Lambda keeps it.
struct FakeFunction: Sendable {
    struct Configuration: Sendable, Equatable {
        var code = "code-1"
        var variables: [String: String] = [:]
        var memory = 128
    }

    struct Version: Sendable {
        var configuration: Configuration
        var description: String
        var revision: String
        /// Looks until it is Active.
        var lag = 0
    }

    struct Alias: Sendable, Equatable {
        var version: String
        var weights: [String: Double] = [:]
        var revision: String
    }

    /// How its code comes by the credential.
    enum Way: Sendable { case variable(String), ciphertext(String), secret(String, field: String?), parameter(String) }

    var way: Way
    /// The ARN of its execution role, where a test needs one.
    var role: String?
    var latest = Configuration()
    var description = "the function"
    var revision = "r-0"
    /// Looks until the update is over.
    var lag = 0
    var versions: [Version] = []
    /// The numbers of those that were deleted: a number is never given twice.
    var deleted: Set<Int> = []
    var aliases: [String: Alias] = [:]
    /// Alias to executions.
    var provisioned: [String: Int] = [:]
    var provisionedLag = 0

    func configuration(of qualifier: String?) -> (version: String, Configuration)? {
        guard let qualifier, qualifier != "$LATEST" else { return ("$LATEST", latest) }
        let number = aliases[qualifier]?.version ?? qualifier
        guard let place = Int(number), versions.indices.contains(place - 1), !deleted.contains(place) else {
            return nil
        }
        return (number, versions[place - 1].configuration)
    }

    /// What the versions that traffic goes to are configured as.
    var serving: [Configuration] {
        guard !aliases.isEmpty else { return [latest] }
        return aliases.values.flatMap { [$0.version] + $0.weights.keys }.compactMap { configuration(of: $0)?.1 }
    }
}
