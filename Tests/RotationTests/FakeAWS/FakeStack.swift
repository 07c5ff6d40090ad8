import StrictJSON

/// A stack as CloudFormation keeps it, with its change sets.
struct FakeStack: Sendable {
    struct ChangeSet: Sendable {
        var template: String
        var parameters: [String: String] = [:]
        /// Looks until it is CREATE_COMPLETE.
        var lag = 2
        var execution = "AVAILABLE"
    }

    /// JSON, with dynamic references.
    var template: String
    var parameters: [String: String] = [:]
    var status = "CREATE_COMPLETE"
    /// Looks until an update is over.
    var lag = 0
    var executed: String?
    var sets: [String: ChangeSet] = [:]
    /// Logical to physical names of its functions.
    var functions: [String: String] = [:]
    /// What a change set names beside the functions, where somebody has changed more.
    var alsoTouched: String?
    /// Whether it publishes a version of each changed function and moves the alias `live` there, as SAM's AutoPublishAlias
    /// does with AutoPublishAliasAllProperties.
    var publishes = false

    /// The same template as people write it.
    static let yaml = """
        # the payments
        Resources:
          Pay:
            Type: AWS::Lambda::Function
            Properties:
              Environment:
                Variables:
                  # settings
                  LOG_LEVEL: INFO
                  DB_PASSWORD: "{{resolve:secretsmanager:prod/db:SecretString:password}}"
          Dispute:
            Properties: # as above
              Environment:
                  Variables:
                     DB_PASSWORD: '{{resolve:secretsmanager:prod/db:SecretString:password}}'

        """

    /// The variables that a template has for a function: of JSON as JSON has them, of the YAML above by its lines.
    static func variables(
        _ template: String, of id: String, _ parameters: [String: String] = [:]
    ) -> [String: String] {
        var result: [String: String] = [:]
        if let root = try? JSONDocument(template).root {
            if let members = root["Resources"]?[id]?["Properties"]?["Environment"]?["Variables"]?.members {
                for (key, value) in members {
                    result[key.string ?? ""] = value.string ?? value["Ref"]?.string.flatMap { parameters[$0] }
                }
            }
            return result
        }
        var isInside = false
        var isVariable = false
        for line in template.split(separator: "\n") {
            let text = line.drop { $0 == " " }
            if line.hasPrefix("  "), !line.hasPrefix("   ") {
                isInside = text == "\(id):"
                isVariable = false
            }
            if isInside, isVariable, !text.hasPrefix("#"), let colon = text.firstIndex(of: ":") {
                let quotes: Set<Character> = ["\"", "'", " "]
                result[String(text[..<colon])] = String(
                    text[text.index(after: colon)...].filter { !quotes.contains($0) })
            }
            if text.hasPrefix("Variables:") { isVariable = true }
        }
        return result
    }
}
