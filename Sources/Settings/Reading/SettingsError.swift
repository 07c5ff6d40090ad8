/// What is wrong in a file of settings, all of it.
public struct SettingsError: Error, Equatable, Sendable {
    /// One thing that is wrong, and where.
    public struct Problem: Equatable, Sendable {
        /// A path, or the name of an environment variable.
        public let place: String
        /// nil if it is no file, or the file as a whole.
        public let line: Int?
        public let message: String

        public init(_ place: String, line: Int?, _ message: String) {
            self.place = place
            self.line = line
            self.message = message
        }
    }

    /// At least one, in the order of their lines.
    public let problems: [Problem]

    public init(_ problems: [Problem]) { self.problems = problems }

    public init(_ place: String, line: Int? = nil, _ message: String) {
        self.init([Problem(place, line: line, message)])
    }
}

extension SettingsError.Problem: CustomStringConvertible {
    /// `/…/config.toml:12: reveal.seconds must be …`
    public var description: String { place + (line.map { ":\($0)" } ?? "") + ": " + message }
}

extension SettingsError: CustomStringConvertible {
    /// One line: the first problem, and how many more there are.
    public var description: String {
        let first = problems.first?.description ?? "no settings"
        return problems.count > 1 ? "\(first) (and \(problems.count - 1) more: curtain config check)" : first
    }
}
