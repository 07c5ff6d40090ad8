import AWSClient
import AWSServices
import FoundationEssentials
import Inventory
import Operations

/// The versions of a parameter or a secret, the newest first. Reads no value: what a plain String's history brings along
/// is dropped at the parse.
public struct HistoryLoader: Sendable {
    private let calls: any AWSCalling

    public init(calls: any AWSCalling) { self.calls = calls }

    /// What is known of the versions, and in a line what could not be found out.
    public struct History: Sendable, Equatable {
        public let versions: [VersionRow]
        public let problem: String?
    }

    /// - Throws: `usage` for what has no versions of its own, and what the calls failed with.
    public func history(of reference: Reference) async throws(OperationFailure) -> History {
        switch reference {
        case .parameter(let name, _): return History(versions: try await parameter(name), problem: nil)
        case .secret(let name, _, _): return try await secret(name)
        case .variable(let function, _, _):
            throw OperationFailure(
                .usage,
                "\(reference): a variable has no versions of its own; those of its function are in: "
                    + "curtain show \(Reference.function(name: function))")
        case .function, .key, .role, .user, .accessKey, .alias, .eventSourceMapping, .functionURL, .stack:
            throw OperationFailure(.usage, "history takes a parameter or a secret, not \(reference)")
        }
    }

    private func parameter(_ name: String) async throws(OperationFailure) -> [VersionRow] {
        let versions = try await perform("list the versions of \(Reference.parameter(name: name))") {
            () async throws(AWSError) in
            var pages = AnswerPages(ParameterStore.GetParameterHistory(name: name), on: calls)
            return try await pages.all().flatMap(\.versions).sorted { ($0.version ?? 0) < ($1.version ?? 0) }
        }
        let newest = versions.last?.version
        return versions.indices.reversed().map { index in
            let version = versions[index]
            let number = version.version.map(String.init) ?? "?"
            return VersionRow(
                reference: .parameter(name: name, selector: number), version: number,
                isCurrent: version.version == newest, labels: Cleaned.texts(version.labels.sorted()),
                created: version.modified, author: Cleaned.text(version.modifiedBy), accessed: nil,
                changed: index > 0 ? Self.changes(from: versions[index - 1], to: version) : [])
        }
    }

    private static func changes(from old: ParameterMetadata, to new: ParameterMetadata) -> [String] {
        let pairs: [(String, Bool)] = [
            ("type", old.type != new.type), ("tier", old.tier != new.tier), ("kmsKey", old.keyID != new.keyID),
            ("dataType", old.dataType != new.dataType), ("allowedPattern", old.allowedPattern != new.allowedPattern),
            ("policies", old.policies.map(\.text) != new.policies.map(\.text)),
            ("description", old.description != new.description)
        ]
        return pairs.filter(\.1).map(\.0)
    }

    private func secret(_ name: String) async throws(OperationFailure) -> History {
        let versions = try await perform("list the versions of \(Reference.secret(name: name))") {
            () async throws(AWSError) in
            var pages = AnswerPages(SecretsManager.ListSecretVersionIds(secretID: name), on: calls)
            return try await pages.all().flatMap(\.versions)
        }
        var authors: [String: String] = [:]
        var problem: String?
        do throws(AWSError) { authors = try await SecretAuthors(calls: calls).authors(of: versions.map(\.id)) } catch {
            problem = OperationFailure(error, cannot: "find out who wrote the versions").message
        }
        let rows = versions.sorted { ($0.created ?? .distantPast) > ($1.created ?? .distantPast) }.map { version in
            VersionRow(
                reference: .secret(name: name, version: version.id), version: Cleaned.text(version.id),
                isCurrent: version.stages.contains("AWSCURRENT"), labels: Cleaned.texts(version.stages.sorted()),
                created: version.created, author: Cleaned.text(authors[version.id]), accessed: version.lastAccessed,
                changed: [])
        }
        return History(versions: rows, problem: problem)
    }

    private func perform<Value: Sendable>(
        _ act: String, _ work: () async throws(AWSError) -> Value
    ) async throws(OperationFailure) -> Value {
        do throws(AWSError) { return try await work() } catch { throw OperationFailure(error, cannot: act) }
    }
}
