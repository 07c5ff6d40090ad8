import FoundationEssentials

extension FindingSearch {
    /// Disabled keys, and keys to be deleted, that something is encrypted under.
    func unusableKeys() -> [Finding] {
        facts.keys.compactMap { row in
            guard let state = row.state, ["Disabled", "PendingDeletion", "Unavailable", "PendingImport"].contains(state)
            else { return nil }
            let needing = users(of: row.common.reference).filter { $0.certainty >= .likely }
            guard !needing.isEmpty else { return nil }
            let cancel = state == "PendingDeletion" ? "aws kms cancel-key-deletion --key-id \(row.keyID), then " : ""
            return finding(
                .disabledKeyInUse, row.common.reference, "\(state); needed by \(needing.map(\.reference).fewWords)",
                fix:
                    "\(cancel)aws kms enable-key --key-id \(row.keyID), or encrypt what needs it under another key first"
            )
        }
    }

    func deletions() -> [Finding] {
        facts.secrets.compactMap { row in
            guard let end = row.deleting else { return nil }
            let users = users(of: row.common.reference).filter { $0.certainty >= .likely }
            guard !users.isEmpty else { return nil }
            return finding(
                .deletedInUse, row.common.reference,
                "gone on \(end.formatted(.iso8601)); used by \(users.map(\.reference).fewWords)",
                fix:
                    "aws secretsmanager restore-secret --secret-id \(row.common.name), then move the readers away first"
            )
        }
    }

    func replicas() -> [Finding] {
        facts.secrets.compactMap { row in
            row.replicasBehind.isEmpty
                ? nil
                : finding(.replicaBehind, row.common.reference, row.replicasBehind.joined(separator: "; "))
        }
    }

    func environments() -> [Finding] {
        facts.functions.compactMap { row in
            row.variablesError.map { finding(.unreadableEnvironment, row.common.reference, "AWS says: \($0)") }
        }
    }
}
