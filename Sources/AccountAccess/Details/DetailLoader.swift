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
    private let links: Bool

    /// - Parameters:
    ///   - inventory: whose region, classification and known names the details share.
    ///   - links: whether a function's variables are worth listing the names of secrets, parameters and keys for,
    ///     where the inventory has not listed them yet. (A console has; a single command has not.)
    public init(calls: any AWSCalling, inventory: AccountInventory, links: Bool = false) {
        self.links = links
        self.calls = calls
        self.inventory = inventory
        region = inventory.functions.region
        observer = inventory.functions.observer
    }

    public func detail(of reference: Reference) async throws(OperationFailure) -> ResourceDetail {
        switch reference {
        case .function(let name, let qualifier): try await linkedFunction(name, qualifier, reference)
        case .variable(let function, let qualifier, _):
            try await linkedFunction(function, qualifier, .function(name: function, qualifier: qualifier))
        case .alias(let function, let name):
            try await linkedFunction(function, name, .function(name: function, qualifier: name))
        case .functionURL(let function): try await linkedFunction(function, nil, .function(name: function))
        case .parameter(let name, _): try await parameter(name)
        case .secret(let name, _, _): try await secret(name)
        case .key(let id): try await key(id)
        case .role, .user, .accessKey, .eventSourceMapping, .stack:
            throw OperationFailure(
                .usage, "\(reference) cannot be shown: functions, variables, parameters, secrets and keys can")
        }
    }

    private func linkedFunction(
        _ name: String, _ qualifier: String?, _ shown: Reference
    ) async throws(OperationFailure) -> ResourceDetail {
        async let unlinked = links ? inventory.loadNames() : []
        var detail = try await function(name, qualifier, shown: shown)
        for failure in await unlinked {
            detail.sections.append(Section(title: "Links", lines: [], problem: failure.message))
        }
        return await inventory.linked(detail)
    }
}
