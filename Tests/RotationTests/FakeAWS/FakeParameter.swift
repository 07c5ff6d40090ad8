/// A parameter as Parameter Store keeps it, with its history.
struct FakeParameter: Sendable {
    struct Version: Sendable {
        var value: String
        var type: String
        var keyID: String?
        var tier: String?
        var allowedPattern: String?
        var policies: String?
    }

    /// Version 1 first.
    var versions: [Version] = []
    var labels: [String: Int] = [:]
    var tags: [String: String] = [:]
}
