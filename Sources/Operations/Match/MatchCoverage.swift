/// What a search has looked at and what it could not. "Not found" is worth what this says.
public struct MatchCoverage: Equatable, Sendable {
    /// `eu-west-1: 62 functions with 181 versions`
    public var searched: [String] = []
    /// What AWS refused: references or whole lists.
    public var denied: [String] = []
    /// What is there and cannot be decrypted.
    public var undecryptable: [String] = []
    /// What was left out: other regions, what failed otherwise.
    public var notSearched: [String] = []

    public init() {}

    public var isWhole: Bool { denied.isEmpty && undecryptable.isEmpty && notSearched.isEmpty }

    public mutating func add(_ other: MatchCoverage) {
        searched += other.searched
        denied += other.denied
        undecryptable += other.undecryptable
        notSearched += other.notSearched
    }

    /// Puts a failure where it belongs.
    public mutating func add(_ failure: OperationFailure, for place: String) {
        let code = failure.code.lowercased()
        if code.contains("decryption") || code.contains("kms") || failure.message.lowercased().contains("kms") {
            undecryptable.append(place)
        } else if failure.kind == .denied {
            denied.append(place)
        } else {
            notSearched.append("\(place): \(failure.message)")
        }
    }
}
