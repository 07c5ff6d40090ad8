import AccountAccess
import Console
import Inventory
import Operations
import SensitiveMemory
import Synchronization

/// AWS as the effect runner meets it: what the test announced, and a failure for all else.
final class PlayedAccount: InventoryLoading, DetailLoading, ValueFetching, CallerIdentifying {
    struct Script {
        var updates: [ListUpdate] = []
        var listFailure: OperationFailure?
        var relinked: [ResourceRow] = []
        var values: [Reference: String] = [:]
        var callerFailure: OperationFailure?
        /// Waited for inside every fetch.
        var gate: (@Sendable () async -> Void)?
        var calls: [String] = []
        var handedOut: [SecretBytes] = []
    }

    private let script = Mutex(Script())

    /// Announces what is to come.
    func play(_ change: (inout Script) -> Void) { script.withLock { change(&$0) } }

    var calls: [String] { script.withLock { $0.calls } }
    var handedOut: [SecretBytes] { script.withLock { $0.handedOut } }

    func load(
        _ kind: ResourceKind, options: ListOptions, each: @escaping @Sendable (ListUpdate) async -> Void
    ) async throws(OperationFailure) {
        let script = called("list \(kind)")
        for update in script.updates { await each(update) }
        if let failure = script.listFailure { throw failure }
    }

    func load(
        _ kinds: [ResourceKind], options: @escaping @Sendable (ResourceKind) -> ListOptions,
        each: @escaping @Sendable (ResourceKind, ListUpdate) async -> Void
    ) async -> [ResourceKind: OperationFailure] {
        [:]
    }

    func tags(of kind: ResourceKind) async throws(OperationFailure) -> ResourceTags {
        _ = called("tags \(kind)")
        throw OperationFailure(.denied, "the test announced no tags", code: "AccessDeniedException")
    }

    func relinkedFunctions() async -> [ResourceRow] { called("relinked").relinked }

    func detail(of reference: Reference) async throws(OperationFailure) -> ResourceDetail {
        _ = called("detail \(reference)")
        throw OperationFailure(.notFound, "no \(reference) here", code: "ResourceNotFoundException")
    }

    func value(of reference: Reference) async throws(OperationFailure) -> FetchedValue {
        let script = called("fetch \(reference)")
        if let gate = script.gate { await gate() }
        guard let text = script.values[reference] else {
            throw OperationFailure(.denied, "the test announced no \(reference)", code: "AccessDeniedException")
        }
        let bytes = Self.bytes(text)
        self.script.withLock { $0.handedOut.append(bytes) }
        return FetchedValue(bytes: bytes, version: "v1", requestID: "request-1", isBinary: false)
    }

    func caller() async throws(OperationFailure) -> Caller {
        if let failure = called("caller").callerFailure { throw failure }
        return Caller(
            account: "111122223333", arn: "arn:aws:iam::111122223333:user/tester", accessKeyID: "AKIAFAKE",
            credentialsEnd: 1_800_000_000)
    }

    private func called(_ name: String) -> Script {
        script.withLock { script in
            script.calls.append(name)
            return script
        }
    }

    static func bytes(_ text: String) -> SecretBytes {
        do {
            return try Array(text.utf8).withUnsafeBytes { try SecretBytes(copying: $0) }
        } catch {
            preconditionFailure("no memory for a test's value")
        }
    }
}
