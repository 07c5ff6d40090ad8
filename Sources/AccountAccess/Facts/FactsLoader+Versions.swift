import AWSClient
import AWSServices
import Inventory
import Operations

/// What was read of published versions and aliases.
struct VersionsAnswer: Sendable {
    var versions: [String: [FunctionRow]] = [:]
    var aliases: [String: [FunctionRow.Alias]] = [:]
    var gaps: [String] = []

    func fill(_ facts: inout AccountFacts) {
        facts.versions = versions
        facts.aliases = aliases
        facts.gaps += gaps
    }
}

extension FactsLoader {
    /// The published versions with their frozen environments, and the aliases of functions that have any.
    func loadVersions(_ functions: [FunctionRow]) async -> VersionsAnswer {
        var answer = VersionsAnswer()
        do throws(AWSError) {
            answer.versions = try await versionsInOneList()
        } catch {
            answer.gaps.append(OperationFailure(error, cannot: "list published versions").message)
        }
        // An endpoint that leaves versions out of the one list still has them function by function.
        if answer.versions.isEmpty, answer.gaps.isEmpty { await fillVersions(functions, &answer) }
        let named = answer.versions.keys.sorted()
        let outcomes = await BoundedWork.map(named, limit: Self.limit) { name throws(OperationFailure) in
            do throws(AWSError) { return try await inventory.functions.aliases(of: name) } catch {
                throw OperationFailure(error, cannot: "list the aliases of \(Reference.function(name: name))")
            }
        }
        for (name, outcome) in zip(named, outcomes) {
            switch outcome {
            case .success(let aliases): answer.aliases[name] = aliases
            case .failure(let failure): answer.gaps.append(failure.message)
            }
        }
        return answer
    }

    private func versionsInOneList() async throws(AWSError) -> [String: [FunctionRow]] {
        var pages = AnswerPages(
            Lambda.ListFunctions(allVersions: true, read: inventory.functions.observer.variable), on: calls)
        var versions: [String: [FunctionRow]] = [:]
        while let page = try await pages.next() {
            for configuration in page.functions where configuration.version.map(Self.isPublished) ?? false {
                versions[configuration.name, default: []].append(row(configuration))
            }
        }
        return versions
    }

    private func fillVersions(_ functions: [FunctionRow], _ answer: inout VersionsAnswer) async {
        let names = functions.map { $0.common.reference }
        let outcomes = await BoundedWork.map(names, limit: Self.limit) { reference throws(OperationFailure) in
            guard case .function(let name, _) = reference else { return (reference.text, [FunctionRow]()) }
            do throws(AWSError) {
                var pages = AnswerPages(
                    Lambda.ListVersionsByFunction(function: name, read: inventory.functions.observer.variable),
                    on: calls)
                let found = try await pages.all().flatMap(\.versions)
                return (name, found.filter { $0.version.map(Self.isPublished) ?? false }.map(row))
            } catch {
                throw OperationFailure(error, cannot: "list the versions of \(reference)")
            }
        }
        for outcome in outcomes {
            switch outcome {
            case .success(let (name, rows)): if !rows.isEmpty { answer.versions[name] = rows }
            case .failure(let failure): answer.gaps.append(failure.message)
            }
        }
    }

    private static func isPublished(_ version: String) -> Bool { version != "$LATEST" }

    private func row(_ configuration: FunctionConfiguration<FunctionRow.Variable>) -> FunctionRow {
        FunctionRow(configuration, region: inventory.functions.region, qualifier: configuration.version)
    }
}
