import AWSClient
import AWSServices
import Operations

/// Reads which event source mappings are bound to a version by its number.
///
/// One list for all functions: Lambda's shared quota is not asked function by function. API Gateway integrations, rules and
/// other functions' code can name a version too and are not told by Lambda.
public struct AccountCallers: PinnedCallerReading {
    private let calls: any AWSCalling

    public init(calls: any AWSCalling) { self.calls = calls }

    public func pinnedCallers(
        of functions: [String]
    ) async throws(CallFailure) -> (callers: [PinnedCaller], gaps: [String]) {
        guard !functions.isEmpty else { return ([], []) }
        let wanted = Set(functions)
        do throws(AWSError) {
            var pages = AnswerPages(Lambda.ListEventSourceMappings(function: nil), on: calls)
            let callers = try await pages.all().flatMap(\.mappings).compactMap(Self.caller)
            return (callers.filter { wanted.contains($0.function) }, [])
        } catch {
            guard error.kind == .denied else { throw CallFailure(error, cannot: "list event source mappings") }
            return ([], [OperationFailure(error, cannot: "list event source mappings").message])
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
