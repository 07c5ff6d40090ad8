import FoundationEssentials
import Inventory

/// From an action and a reference to a plan: refuses by name first, then looks, then refuses by what it saw.
public struct ContainmentPlanner: Sendable {
    /// What some actions let a person choose.
    public struct Choices: Equatable, Sendable {
        /// `alias-back`: the version.
        public var version: String?
        /// `restrict-secret`: further principals that still read.
        public var exempt: [String]
        /// `disable-key`: also where something is encrypted with it.
        public var evenInUse: Bool

        public init(version: String? = nil, exempt: [String] = [], evenInUse: Bool = false) {
            self.version = version
            self.exempt = exempt
            self.evenInUse = evenInUse
        }
    }

    private let reading: any ContainmentReading
    private let responder: Responder

    public init(reading: any ContainmentReading, responder: Responder) {
        self.reading = reading
        self.responder = responder
    }

    /// Throws `usage` if the reference is none that the action is for, and `denied` for what no name may be. Needs
    /// nothing of AWS.
    public static func check(_ action: ContainmentAction, _ reference: Reference) throws(OperationFailure) {
        let nobody = Responder(account: "", arn: "", region: "")
        switch (action, reference) {
        case (.deactivate, .accessKey(let id)): try ContainmentPlan.refuseOwnKey(id, of: nobody)
        case (.denySessions, .role(let name)): try ContainmentPlan.refusePrincipal(name, isRole: true, of: nobody)
        case (.denySessions, .user), (.stopInvocations, .function), (.pauseSource, .eventSourceMapping),
            (.lockURL, .functionURL), (.lockURL, .function), (.restrictSecret, .secret), (.disableKey, .key),
            (.aliasBack, .alias):
            return
        default:
            throw OperationFailure(
                .usage, "\(action.rawValue) takes \(Self.expected(action)), not \(reference)")
        }
    }

    /// The plan as of now. Only reads.
    public func plan(
        _ action: ContainmentAction, _ reference: Reference, choices: Choices = Choices(), now: Date
    ) async throws(OperationFailure) -> ContainmentPlan {
        try Self.check(action, reference)
        switch (action, reference) {
        case (.deactivate, .accessKey(let id)):
            try ContainmentPlan.refuseOwnKey(id, of: responder)
            return try .deactivate(try await reading.accessKey(id), by: responder, now: now)
        case (.denySessions, .role(let name)):
            try ContainmentPlan.refusePrincipal(name, isRole: true, of: responder)
            return try .denySessions(try await reading.role(name), by: responder, now: now)
        case (.denySessions, .user(let name)):
            try ContainmentPlan.refusePrincipal(name, isRole: false, of: responder)
            return try .denySessions(try await reading.user(name), by: responder, now: now)
        case (.stopInvocations, .function(let name, _)): return .stopInvocations(try await reading.function(name))
        case (.pauseSource, .eventSourceMapping(let uuid)): return .pauseSource(try await reading.eventSource(uuid))
        case (.lockURL, .functionURL(let name)), (.lockURL, .function(let name, _)):
            return try .lockURL(try await reading.function(name))
        case (.restrictSecret, .secret(let name, _, _)):
            return try .restrictSecret(try await reading.secret(name), by: responder, exempt: choices.exempt)
        case (.disableKey, .key(let id)):
            return try .disableKey(try await reading.key(id), evenInUse: choices.evenInUse)
        case (.aliasBack, .alias(let function, let name)):
            return try .aliasBack(try await reading.alias(name, of: function), to: choices.version)
        default: throw OperationFailure(.usage, "\(action.rawValue) does not go with \(reference)")
        }
    }

    private static func expected(_ action: ContainmentAction) -> String {
        switch action {
        case .deactivate: "accesskey:ID"
        case .denySessions: "role:NAME or user:NAME"
        case .stopInvocations: "fn:NAME"
        case .pauseSource: "esm:UUID"
        case .lockURL: "url:FUNCTION"
        case .restrictSecret: "secret:NAME"
        case .disableKey: "key:ID"
        case .aliasBack: "alias:FUNCTION/NAME"
        }
    }
}
