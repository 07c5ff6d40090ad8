import Inventory

/// One line of the `:` command table: completion, help and docs/keys.md are made from it.
public struct Command: Sendable, Equatable {
    /// What may follow the name.
    public enum Argument: Sendable, Equatable {
        case none
        /// `/text`, `tag=value` or bare text: a filter.
        case filter
        case onOff
        case reference
        case column
        /// Names of columns.
        case columns
        /// The name of a saved filter.
        case filterName
        case theme
        /// A whole number of days; without one there is a default.
        case days
        /// A function, by its name or reference.
        case function
        /// A plan by its id.
        case plan
        case severity
        /// `open`, `note` and the like, and what belongs to it.
        case incidentWord
        case containment
        case file, profile, region

        /// As it is written in the help.
        public var shape: String {
            switch self {
            case .none: ""
            case .filter: "[/TEXT | TAG=VALUE]"
            case .onOff: "on|off"
            case .reference: "REF"
            case .column: "COLUMN"
            case .columns: "[COLUMN... | default]"
            case .filterName: "NAME"
            case .theme: "[NAME]"
            case .days: "[DAYS]"
            case .function: "FUNCTION"
            case .plan: "PLAN"
            case .severity: "[SEVERITY]"
            case .incidentWord: "[open|attach|note|decision|todo|watch|close]"
            case .containment: "ACTION REF"
            case .file: "FILE"
            case .profile: "NAME"
            case .region: "REGION"
            }
        }
    }

    /// What it does.
    public enum Verb: Sendable, Equatable {
        case list(ResourceKind)
        case open, reveal, login, mask, share, readOnly, sort, refresh, resources, context, log, logs, help, quit
        case columns, filter, saveFilter, forgetFilter, theme
        case pulses, stale, duplicates, connections, usedBy, reach, drift, access, plan, timeline
        case check, cost, stores
        case incident, contain, json, audit, doctor, export, profile, region
        case rotate, set, redeploy, plans, stop
        case run(PlanCommand)
    }

    public let verb: Verb
    public let name: String
    public let aliases: [String]
    public let argument: Argument
    /// A sentence for the help.
    public let help: String
}
