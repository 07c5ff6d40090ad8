import AWSClient
import AWSServices
import Inventory
import Operations

/// The pages of a list call as rows, one after the other.
struct RowPages {
    private var ask: () async throws(OperationFailure) -> [ResourceRow]?

    /// - Parameter act: what is being done, to be read behind "cannot" in an error.
    init<Operation: PagedOperation>(
        of operation: Operation, on calls: any AWSCalling, cannot act: String,
        rows: @escaping (Operation.Output) -> [ResourceRow]
    ) {
        var pages = AnswerPages(operation, on: calls)
        ask = { () async throws(OperationFailure) in
            do throws(AWSError) {
                return try await pages.next().map(rows)
            } catch {
                throw OperationFailure(error, cannot: act)
            }
        }
    }

    init(_ ask: @escaping () async throws(OperationFailure) -> [ResourceRow]?) { self.ask = ask }

    /// Nil behind the last page; a page may be empty.
    func next() async throws(OperationFailure) -> [ResourceRow]? { try await ask() }
}
