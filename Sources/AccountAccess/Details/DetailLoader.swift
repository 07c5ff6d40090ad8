import AWSClient
import Inventory
import Operations
import SensitiveMemory

/// The ability to tell everything about one thing but its value.
public protocol DetailLoading: Sendable {
    /// Fails only if the thing itself cannot be described; a part that cannot be told is its section's `problem`.
    func detail(of reference: Reference) async throws(OperationFailure) -> ResourceDetail
}

/// Describes one thing: the call that tells most first, its parts side by side behind it.
public struct DetailLoader: DetailLoading {
    let calls: any AWSCalling
    let region: String
    let observer: VariableObserver
    private let inventory: AccountInventory

    /// - Parameter inventory: whose region, classification and known names the details share.
    public init(calls: any AWSCalling, inventory: AccountInventory) {
        self.calls = calls
        self.inventory = inventory
        region = inventory.functions.region
        observer = inventory.functions.observer
    }

    public func detail(of reference: Reference) async throws(OperationFailure) -> ResourceDetail {
        switch reference {
        case .function(let name, let qualifier):
            try await inventory.linked(function(name, qualifier, shown: reference))
        case .variable(let function, let qualifier, _):
            try await inventory.linked(
                self.function(function, qualifier, shown: .function(name: function, qualifier: qualifier)))
        case .alias(let function, let name):
            try await inventory.linked(
                self.function(function, name, shown: .function(name: function, qualifier: name)))
        case .functionURL(let function):
            try await inventory.linked(self.function(function, nil, shown: .function(name: function)))
        case .parameter(let name, _): try await parameter(name)
        case .secret(let name, _, _): try await secret(name)
        case .key(let id): try await key(id)
        case .role, .user, .accessKey, .eventSourceMapping, .stack:
            throw OperationFailure(
                .usage, "\(reference) cannot be shown: functions, variables, parameters, secrets and keys can")
        }
    }
}
