/// The forms in which a command prints its rows.
enum OutputFormat: String, CaseIterable, Sendable {
    /// One array, or one object where there is only one thing.
    case json
    /// An object a line, as the rows arrive.
    case jsonl
    /// Aligned columns for a person.
    case table
    /// The reference of each row, one a line, ready for another command.
    case names
    /// RFC 4180 with a header line; nested fields as JSON.
    case csv
    /// SARIF 2.1.0, for code scanning; findings only.
    case sarif
    /// JUnit's XML, for CI; findings only.
    case junit

    /// What rows of any command can be printed as.
    static let ofRows: Set<OutputFormat> = [.json, .jsonl, .table, .names, .csv]
}
