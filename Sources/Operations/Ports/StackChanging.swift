/// The ability to update a stack by a change set.
public protocol StackChanging: Sendable {
    /// nil if there is no such stack.
    func state(of stack: String) async throws(CallFailure) -> StackState?
    /// nil if there is no such change set.
    func changeSet(_ name: String, of stack: String) async throws(CallFailure) -> ChangeSetState?
    /// Makes a change set of the stack's own template, in which only this variable of these functions is another (nil takes
    /// it away); parameters keep their values. Where the template has a parameter for that variable, only its value is
    /// another. `refused` if the template is too large, lacks a function, or cannot be changed in this one place.
    func propose(
        _ name: String, of stack: String, setting variable: String, to value: String?, in functions: [String],
        token: String
    ) async throws(CallFailure) -> CallReceipt
    /// Why `propose` would be refused, in words; nil if it would not. Reads only.
    func obstacle(
        to stack: String, setting variable: String, in functions: [String]
    ) async throws(CallFailure) -> String?
    func execute(_ name: String, of stack: String, token: String) async throws(CallFailure) -> CallReceipt
    func remove(_ name: String, of stack: String) async throws(CallFailure) -> CallReceipt
}

/// How a stack stands.
public struct StackState: Sendable, Equatable {
    /// UPDATE_COMPLETE, UPDATE_IN_PROGRESS, UPDATE_ROLLBACK_COMPLETE …
    public var status: String
    public var reason: String?
    /// The name of the change set that was put into effect last.
    public var changeSet: String?

    public init(status: String, reason: String? = nil, changeSet: String? = nil) {
        self.status = status
        self.reason = reason
        self.changeSet = changeSet
    }

    var isBusy: Bool { status.hasSuffix("_IN_PROGRESS") }
    /// Whether an update may begin.
    var isSettled: Bool {
        ["CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE", "IMPORT_COMPLETE"].contains(status)
    }
}

/// What an update would do, before it does it.
public struct ChangeSetState: Sendable, Equatable {
    public struct Change: Sendable, Equatable {
        /// Add, Modify, Remove.
        public let action: String
        public let logicalID: String
        /// A function's name.
        public let physicalID: String?
        /// `AWS::Lambda::Function`
        public let type: String
        public let isReplaced: Bool

        public init(action: String, logicalID: String, physicalID: String?, type: String, isReplaced: Bool) {
            self.action = action
            self.logicalID = logicalID
            self.physicalID = physicalID
            self.type = type
            self.isReplaced = isReplaced
        }
    }

    /// CREATE_IN_PROGRESS, CREATE_COMPLETE, FAILED …
    public var status: String
    /// AVAILABLE, EXECUTE_COMPLETE, OBSOLETE …
    public var execution: String?
    public var reason: String?
    public var changes: [Change]

    public init(status: String, execution: String?, reason: String? = nil, changes: [Change] = []) {
        self.status = status
        self.execution = execution
        self.reason = reason
        self.changes = changes
    }
}
