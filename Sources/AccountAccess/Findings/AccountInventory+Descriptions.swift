import Inventory
import Operations

extension AccountInventory {
    /// The secrets with what only DescribeSecret tells: replicas and whether they are in step. One that cannot be
    /// described stays as it is, and the first failure is given.
    public func described(_ secrets: [SecretRow]) async -> (rows: [SecretRow], gap: String?) {
        let list = self.secrets
        let outcomes = await BoundedWork.map(secrets, limit: Self.detailLimit) { row throws(OperationFailure) in
            try await list.detailed(row)
        }
        var rows: [SecretRow] = []
        var gap: String?
        for (row, outcome) in zip(secrets, outcomes) {
            switch outcome {
            case .success(let described): rows.append(described)
            case .failure(let failure):
                rows.append(row)
                gap = gap ?? failure.message
            }
        }
        return (rows, gap)
    }

    /// The keys with their tags, which ListKeys does not tell; as they are where tags cannot be listed, and why.
    public func tagged(_ keys: [KeyRow]) async -> (rows: [KeyRow], gap: String?) {
        switch await tagTable.load(.key) {
        case .failure(let failure): return (keys, failure.message)
        case .success(let tags):
            let rows = keys.map { row in
                var row = row
                row.common.tags = tags.tags(of: row.common)
                return row
            }
            return (rows, nil)
        }
    }
}
