import AWSClient
import AWSServices
import Inventory
import Operations

/// The list of functions, and what it takes a call a function to know.
struct FunctionList: Sendable {
    let calls: any AWSCalling
    let region: String
    let observer: VariableObserver

    /// Page after page, as ListFunctions tells them.
    func pages() -> RowPages {
        RowPages(of: Lambda.ListFunctions(read: observer.variable), on: calls, cannot: "list functions") {
            $0.functions.map { .function(FunctionRow($0, region: region)) }
        }
    }

    /// The row with state and aliases.
    func detailed(_ row: FunctionRow) async throws(OperationFailure) -> FunctionRow {
        guard case .function(let name, _) = row.common.reference else { return row }
        do throws(AWSError) {
            let configuration = try await calls.perform(
                Lambda.GetFunctionConfiguration(function: name, read: observer.variable))
            let aliases = try await aliases(of: name)
            return FunctionRow(configuration, region: region, tags: nil, aliases: aliases)
        } catch {
            throw OperationFailure(error, cannot: "describe function \(row.common.name)")
        }
    }

    /// All aliases of a function, with their weights.
    func aliases(of function: String) async throws(AWSError) -> [FunctionRow.Alias] {
        var pages = AnswerPages(Lambda.ListAliases(function: function), on: calls)
        let aliases = try await pages.all().flatMap { $0.aliases.map(FunctionRow.Alias.init) }
        return aliases.sorted { $0.name < $1.name }
    }
}
