import Inventory
import TerminalCanvas

extension FunctionRow {
    /// Variables that hold a plain value which may be a secret.
    var literalCount: Int { variables.count { $0.source == .literal } }

    /// Variables that point at a secret, a parameter or a key.
    var referenceCount: Int {
        variables.count { $0.source == .secret || $0.source == .parameter || $0.source == .ciphertext }
    }

    /// `lit+sm`: where the variables come from.
    var sourceWords: String {
        let sources = Set(variables.map(\.source))
        let words: [(Variable.Source, String)] = [
            (.literal, "lit"), (.secret, "sm"), (.parameter, "ssm"), (.ciphertext, "kms")
        ]
        return words.filter { sources.contains($0.0) }.map(\.1).joined(separator: "+")
    }

    var flagWords: [String] {
        var words: [String] = []
        if variablesError != nil { words.append("env unreadable") }
        if isEnvironmentFull { words.append("env full") }
        return words
    }

    /// AWS counts names and values together against 4,096 bytes.
    var isEnvironmentFull: Bool { environmentBytes > 3_686 }

    static func stateCell(_ state: String?, lastUpdate: String?) -> ListCell {
        if let lastUpdate, lastUpdate != "Successful" {
            return lastUpdate == "Failed" ? ListCell("Failed", .failed) : ListCell("Updating", .running)
        }
        guard let state else { return .untold }
        switch state {
        case "Active": return ListCell(state)
        case "Failed": return ListCell(state, .failed)
        case "Pending": return ListCell(state, .running)
        case "Inactive": return ListCell(state, .muted)
        default: return ListCell(state, .unknown)
        }
    }
}
