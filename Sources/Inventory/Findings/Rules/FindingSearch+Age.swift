import FoundationEssentials

extension FindingSearch {
    func rotations() -> [Finding] {
        facts.secrets.filter { $0.deleting == nil }.flatMap { row in
            [overdue(row) ?? unrotated(row), pending(row)].compactMap(\.self)
        }
    }

    private func overdue(_ row: SecretRow) -> Finding? {
        guard row.rotation.enabled else { return nil }
        let last = row.rotation.last.map(days)
        let period = row.rotation.days
        let late = row.rotation.next.map(days) ?? last.flatMap { last in period.map { last - $0 } }
        guard let late, late > 0 else { return nil }
        let words = [
            "\(late) days late", last.map { "last rotated \($0) days ago" }, period.map { "due every \($0) days" }
        ]
        return finding(.rotationOverdue, row.common.reference, words.compactMap(\.self).joined(separator: ", "))
    }

    private func unrotated(_ row: SecretRow) -> Finding? {
        guard !row.rotation.enabled, row.owner == nil, let changed = row.rotation.last ?? row.common.modified else {
            return nil
        }
        let age = days(since: changed)
        guard age > policy.maximumAge else { return nil }
        return finding(
            .noRotation, row.common.reference, "unchanged for \(age) days, without automatic rotation",
            fix: "curtain plan rotate \(row.common.reference.text), or switch automatic rotation on")
    }

    private func pending(_ row: SecretRow) -> Finding? {
        guard let version = row.versions.first(where: { $0.stages.contains("AWSPENDING") }),
            !version.stages.contains("AWSCURRENT")
        else { return nil }
        // What was begun within the day may still be running.
        if let changed = row.common.modified, facts.taken.timeIntervalSince(changed) < 3_600 { return nil }
        let also = version.stages.filter { $0 != "AWSPENDING" }
        return finding(
            .pendingVersion, row.common.reference,
            "AWSPENDING is on version \(version.id)" + (also.isEmpty ? "" : ", with \(also.joined(separator: ", "))"))
    }

    func keyRotations() -> [Finding] {
        facts.keys.compactMap { row in
            guard row.isCustomers, row.state == "Enabled", let rotation = row.rotation, !rotation.enabled,
                let created = row.common.modified
            else { return nil }
            let age = days(since: created)
            let demanded = row.common.tags?["rotate-every"].flatMap { Int($0.prefix { $0.isNumber }) }
            guard age > demanded ?? policy.maximumAge else { return nil }
            let rule = demanded.map { "; its tag rotate-every says \($0) days" } ?? ""
            return finding(
                .keyNotRotated, row.common.reference, "\(age) days old, rotation is off\(rule)",
                severity: demanded == nil ? nil : .medium,
                fix: "aws kms enable-key-rotation --key-id \(row.keyID)")
        }
    }

    func unused() -> [Finding] {
        let uses = facts.uses
        return facts.secrets.compactMap { row in
            guard row.deleting == nil, row.owner == nil else { return nil }
            let isOwn = row.accessed.map { facts.ownReads.explain($0, of: row.common.reference) } ?? false
            let idle = isOwn ? nil : row.accessed.map(days)
            let age = row.common.modified.map(days) ?? 0
            // A new secret has had no time to be read, and changing it shows that somebody cares.
            guard idle ?? age > policy.unusedDays, age > policy.unusedDays, users(of: row.common.reference).isEmpty
            else {
                return nil
            }
            let read = uses.contains { event in
                AccessRules.isRead(event) && event.references.contains { $0.ofRow == row.common.reference }
            }
            guard !read else { return nil }
            let words =
                idle.map { "last read \($0) days ago" }
                ?? (isOwn
                    ? "last read by curtain itself, and by whom before is not known" : "never read as far as AWS tells")
            return finding(.unusedSecret, row.common.reference, "\(words), and nothing known refers to it")
        }
    }

    func expiring() -> [Finding] {
        facts.parameters.compactMap { row in
            guard let text = row.policies.lazy.compactMap(Self.expiration).first, let time = Self.time(text) else {
                return nil
            }
            let left = -days(since: time)
            guard left <= policy.expiringDays else { return nil }
            return finding(
                .expiringParameter, row.common.reference,
                left < 0 ? "expired \(text)" : "expires \(text), in \(left) days",
                severity: left <= 7 ? .high : nil)
        }
    }

    private static func expiration(_ policy: String) -> String? {
        policy.hasPrefix("Expiration ") ? String(policy.dropFirst("Expiration ".count)) : nil
    }

    private static func time(_ text: String) -> Date? {
        for style in [Date.ISO8601FormatStyle(), Date.ISO8601FormatStyle(includingFractionalSeconds: true)] {
            do { return try Date(text, strategy: style) } catch { continue }
        }
        return nil
    }
}

extension KeyRow {
    /// The id for calls.
    var keyID: String { if case .key(let id) = common.reference { id } else { common.name } }
}
