import AWSClient
import AWSServices
import Inventory
import Operations
import SensitiveMemory

/// Looks at the values of one region: variables of every version, parameters with their history, secrets with their
/// labelled versions. Each value lies in a wiped buffer or in locked memory for the length of one comparison.
public struct AccountSearch: ValueSearching {
    /// Calls in flight: a share of what the control planes bear.
    static let limit = 4

    public let region: String
    let calls: any AWSCalling

    public init(calls: any AWSCalling, region: String) {
        self.calls = calls
        self.region = region
    }

    public func scope() async -> MatchScope {
        var scope = MatchScope()
        do throws(AWSError) {
            var pages = AnswerPages(Lambda.ListFunctions<Void> { _, _ in () }, on: calls)
            while let page = try await pages.next() { scope.functions += page.functions.map(\.name) }
        } catch {
            add(error, "the list of functions", to: &scope)
        }
        do throws(AWSError) {
            var pages = AnswerPages(ParameterStore.DescribeParameters(), on: calls)
            while let page = try await pages.next() {
                scope.parameters += page.parameters.map { .init(name: $0.name, version: $0.version) }
            }
        } catch {
            add(error, "the list of parameters", to: &scope)
        }
        do throws(AWSError) {
            var pages = AnswerPages(SecretsManager.ListSecrets(), on: calls)
            while let page = try await pages.next() {
                scope.secrets += page.secrets.map { secret in
                    let labels = secret.versionStages.values.compactMap { stages in
                        stages.contains("AWSCURRENT") ? "AWSCURRENT" : stages.sorted().first
                    }
                    return .init(name: secret.name, stages: labels.isEmpty ? ["AWSCURRENT"] : labels.sorted())
                }
            }
        } catch {
            add(error, "the list of secrets", to: &scope)
        }
        return scope
    }

    public func search(_ scope: MatchScope, with matcher: LeakMatcher) async -> MatchResult {
        async let functions = functions(scope.functions, matcher)
        async let parameters = parameters(scope.parameters, matcher)
        async let secrets = secrets(scope.secrets, matcher)
        var result = MatchResult()
        result.coverage = scope.coverage
        for part in [await functions, await parameters, await secrets] {
            result.found += part.found
            result.reads += part.reads
            result.coverage.add(part.coverage)
        }
        return result
    }

    private func add(_ error: AWSError, _ list: String, to scope: inout MatchScope) {
        scope.coverage.add(OperationFailure(error, cannot: "read \(list)"), for: "\(list) in \(region)")
    }

    /// Runs the work for every item and puts the parts together; a failure is the coverage's.
    func each<Item: Sendable>(
        _ items: [Item], named name: @Sendable (Item) -> String,
        _ work: @escaping @Sendable (Item) async throws(OperationFailure) -> MatchResult
    ) async -> MatchResult {
        let outcomes = await BoundedWork.map(items, limit: Self.limit, work)
        var result = MatchResult()
        for (item, outcome) in zip(items, outcomes) {
            switch outcome {
            case .success(let part):
                result.found += part.found
                result.reads += part.reads
                result.coverage.add(part.coverage)
            case .failure(let failure):
                result.reads += 1
                result.coverage.add(failure, for: name(item))
            }
        }
        return result
    }
}
