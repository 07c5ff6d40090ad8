import Inventory
import StrictJSON

/// One grant in the forms that templates want.
struct GrantSnippet {
    private struct Statement {
        let action: String
        let resource: String
        /// Key and values of the one condition.
        let condition: (name: String, values: [String])?
    }

    private let role: String
    private let document: String
    private let statements: [Statement]

    init(_ grant: PlannedMove.Grant) {
        role = grant.role
        document = grant.document
        var statements: [Statement] = []
        if let root = Self.root(grant.document) {
            for node in root["Statement"]?.elements.map(\.self) ?? [] {
                var condition: (name: String, values: [String])?
                for (name, value) in node["Condition"]?["StringEquals"]?.members.map({ ($0.key.string ?? "", $0.value) }
                )
                    ?? []
                {
                    condition = (name, value.string.map { [$0] } ?? value.elements.compactMap(\.string))
                }
                statements.append(
                    Statement(
                        action: node["Action"]?.string ?? "", resource: node["Resource"]?.string ?? "",
                        condition: condition))
            }
        }
        self.statements = statements
    }

    var json: [String] { [document] }

    var sam: [String] {
        ["Policies:", "  - Version: '2012-10-17'", "    Statement:"]
            + statements.flatMap { statement -> [String] in
                [
                    "      - Effect: Allow", "        Action: \(statement.action)",
                    "        Resource: '\(statement.resource)'"
                ]
                    + (statement.condition.map { condition in
                        [
                            "        Condition:", "          StringEquals:",
                            "            '\(condition.name)': [\(Self.list(condition.values, "'"))]"
                        ]
                    } ?? [])
            }
    }

    var cdk: [String] {
        statements.flatMap { statement -> [String] in
            [
                "fn.addToRolePolicy(new iam.PolicyStatement({", "  actions: ['\(statement.action)'],",
                "  resources: ['\(statement.resource)'],"
            ]
                + (statement.condition.map { condition in
                    [
                        "  conditions: { StringEquals: { '\(condition.name)': [\(Self.list(condition.values, "'"))] } },"
                    ]
                } ?? []) + ["}));"]
        }
    }

    var terraform: [String] {
        ["resource \"aws_iam_role_policy\" \"read_moved_secret\" {", "  role = \"\(role)\"", "  policy = jsonencode({"]
            + ["    Version = \"2012-10-17\"", "    Statement = ["]
            + statements.flatMap { statement -> [String] in
                [
                    "      {", "        Effect   = \"Allow\"", "        Action   = \"\(statement.action)\"",
                    "        Resource = \"\(statement.resource)\""
                ]
                    + (statement.condition.map { condition in
                        [
                            "        Condition = { StringEquals = { \"\(condition.name)\" = [\(Self.list(condition.values, "\""))] } }"
                        ]
                    } ?? []) + ["      },"]
            } + ["    ]", "  })", "}"]
    }

    private static func list(_ values: [String], _ quote: String) -> String {
        values.map { quote + $0 + quote }.joined(separator: ", ")
    }

    private static func root(_ text: String) -> JSONNode? {
        do throws(JSONError) { return try JSONDocument(text).root } catch { return nil }
    }
}
