import AWSClient
import AccountAccess
import FoundationEssentials
import Inventory
import StateFiles

/// The index of accesses of one account and region, extended as far as a command needs.
struct AccessReader: Sendable {
    let client: AWSClient
    let account: String
    let region: String
    let file: AccessIndexFile

    init(_ session: Session, _ reader: AccountReader, account: String) throws {
        client = reader.client
        region = reader.region
        self.account = account
        file = AccessIndexFile(in: try StateFolder(at: session.folders.cache), account: account, region: region)
    }

    /// Asks CloudTrail for what the index does not know of the span, and keeps what came.
    func extended(
        by lookups: [AccessLookup], in span: AccessInterval, now: Date, limit: Int
    ) async throws -> AccessHistory.Outcome {
        let index = try file.load()
        let outcome = await AccessHistory(calls: client).extend(index, by: lookups, in: span, now: now, limit: limit)
        if outcome.calls > 0 { try file.save(outcome.index) }
        return outcome
    }
}
