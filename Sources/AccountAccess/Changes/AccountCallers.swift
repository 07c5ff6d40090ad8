import AWSClient
import AWSServices
import Inventory
import Operations

/// Reads who is bound to a version by its number: event source mappings, and whoever a version's own policy lets call it, such
/// as a rule of EventBridge, an integration of API Gateway, a bucket or a topic.
///
/// The mappings are one list for all functions, and GetPolicy has a quota of its own: Lambda's shared quota is asked once.
/// Code that calls a version with its role's right is not told by Lambda.
public struct AccountCallers: PinnedCallerReading {
    private let calls: any AWSCalling

    public init(calls: any AWSCalling) { self.calls = calls }

    public func pinnedCallers(
        of functions: [String], versions: [String: Set<String>]
    ) async throws(CallFailure) -> (callers: [PinnedCaller], gaps: [String]) {
        guard !functions.isEmpty else { return ([], []) }
        let wanted = Set(functions)
        var (callers, gaps): ([PinnedCaller], [String]) = ([], [])
        do throws(AWSError) {
            var pages = AnswerPages(Lambda.ListEventSourceMappings(function: nil), on: calls)
            callers = try await pages.all().flatMap(\.mappings).compactMap(Self.caller)
                .filter { wanted.contains($0.function) }
        } catch {
            guard error.kind == .denied else { throw CallFailure(error, cannot: "list event source mappings") }
            gaps.append(OperationFailure(error, cannot: "list event source mappings").message)
        }
        for function in wanted.sorted() {
            for version in (versions[function] ?? []).sorted() {
                let act = "read the policy of version \(version) of \(function)"
                do throws(AWSError) {
                    callers += try await policy(of: function, version)
                } catch {
                    guard error.kind == .denied else { throw CallFailure(error, cannot: act) }
                    // One denial is as good as all.
                    gaps.append(OperationFailure(error, cannot: act).message)
                    return (callers, gaps)
                }
            }
        }
        return (callers, gaps)
    }

    /// Whom the version's own policy lets call it.
    private func policy(of function: String, _ version: String) async throws(AWSError) -> [PinnedCaller] {
        let text: String
        do throws(AWSError) {
            text = try await calls.perform(Lambda.GetPolicy(function: function, qualifier: version)).policy
        } catch {
            guard error.kind == .notFound else { throw error }
            return []
        }
        guard let policy = try? AccessPolicy(name: "policy", json: text) else { return [] }
        return policy.statements.filter { $0.effect == .allow && $0.isAbout(version) }.map { statement in
            PinnedCaller(
                function: function, version: version,
                words:
                    "\(Cleaned.text(statement.callers)), which \(Cleaned.text(statement.words)) of its policy lets in,")
        }
    }

    /// nil unless the function's ARN ends in a version.
    private static func caller(_ mapping: Lambda.ListEventSourceMappings.Mapping) -> PinnedCaller? {
        let parts = (mapping.functionARN ?? "").split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 8, Int(parts[7]) != nil else { return nil }
        let source = mapping.eventSourceARN.map { " (\(Cleaned.text($0)))" } ?? ""
        return PinnedCaller(
            function: Cleaned.text(String(parts[6])), version: String(parts[7]),
            words: "event source mapping \(Cleaned.text(mapping.uuid))\(source)")
    }
}

extension PolicyStatement {
    /// Whether it names this version and not the function as a whole or an alias.
    fileprivate func isAbout(_ version: String) -> Bool {
        guard case .among(let patterns)? = resources else { return false }
        return patterns.contains { $0.text.hasSuffix(":\(version)") }
    }

    /// Who may call, and from where.
    fileprivate var callers: String {
        let names: [String] =
            switch principal {
            case .among(let principals)?: principals.map(\.words)
            case .notAmong?: ["everybody but some"]
            case nil: ["somebody"]
            }
        let sources = conditions.filter { $0.key == "aws:sourcearn" }.flatMap(\.values)
        return names.joined(separator: " ") + (sources.isEmpty ? "" : " (\(sources.joined(separator: " ")))")
    }
}

extension PolicyStatement.Principal {
    fileprivate var words: String {
        switch self {
        case .everybody: "everybody"
        case .aws(let name), .service(let name), .other(let name): name
        }
    }
}
