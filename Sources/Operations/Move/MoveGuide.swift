import Inventory

/// What a person does outside AWS for a move: how the code reads the new place, and how the grant looks in their
/// templates. Names only.
public struct MoveGuide: Sendable {
    /// How a grant is written down.
    public enum GrantForm: String, CaseIterable, Sendable {
        case json, sam, cdk, terraform
    }

    private let move: PlannedMove
    private let variable: String

    /// nil for a plan that is no move.
    public init?(_ plan: Plan) {
        guard let move = plan.move else { return nil }
        self.move = move
        variable = plan.lanes.first?.changes.first?.variable ?? "SECRET"
    }

    /// The languages of the functions; all if none is known.
    public var languages: [CodeLanguage] {
        let known = move.languages.compactMap(CodeLanguage.init(rawValue:))
        return known.isEmpty ? CodeLanguage.allCases : known
    }

    /// How the code reads the value, line by line.
    public func code(_ language: CodeLanguage) -> [String] {
        if let payload = move.payload {
            return EnvelopeSnippet(variable: variable, payload: payload).text(language).split(separator: "\n").map(
                String.init)
        }
        let text: String =
            switch move.destination {
            case .parameter: ParameterSnippet(variable: variable).text(language)
            case .secret: SecretSnippet(variable: variable).text(language)
            case .kms: CiphertextSnippet(variable: variable).text(language)
            case .environment: EnvironmentSnippet(variable: variable).text(language)
            }
        return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// The grants, each with its role; empty where none is needed.
    public func grants(_ form: GrantForm) -> [String] {
        move.grants.flatMap { grant -> [String] in
            let policy = GrantSnippet(grant)
            return switch form {
            case .json: ["# role \(grant.role)"] + policy.json
            case .sam: ["# role \(grant.role): AWS::Serverless::Function, Properties"] + policy.sam
            case .cdk: ["// role \(grant.role)"] + policy.cdk
            case .terraform: ["# role \(grant.role)"] + policy.terraform
            }
        }
    }
}
