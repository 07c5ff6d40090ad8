import FoundationEssentials
import Inventory
import SensitiveMemory

/// Nobody reads the old place any more, and both places hold the same value.
///
/// Of a parameter or secret CloudTrail tells who still reads it. Nobody is told of who reads a variable, so there the
/// question is whether each function's role has read the new place since the code was said to be there.
struct CheckUnread: StepWork {
    let context: StepContext

    func look(_ direction: Direction, _ trace: PlanProgress.Trace) async throws(CallFailure) -> Sight<Never> {
        guard direction == .forward, let move = context.plan.move else { return .reached([:]) }
        if let words = try await difference() { return .person(words) }
        if context.state.confirmations.contains(.unseen) { return .reached([:]) }
        let text = await context.state.fact(.since, of: .awaitCode, context.plan.subject)
        let since = text.flatMap { try? Date($0, strategy: .iso8601) } ?? context.plan.created
        let advice =
            "events take 5 to 25 minutes; curtain resume \(context.plan.id) looks again, --unseen goes on all the same"
        guard let reads = context.tools.reads else { return .person("CloudTrail cannot be asked here; \(advice)") }
        switch context.plan.source {
        case .parameter, .secret:
            let (seen, gaps) = try await reads.reads(of: context.plan.subject.withoutPointer, since: since)
            if let read = seen.max(by: { $0.time < $1.time }) {
                return .person(
                    "\(context.plan.subject) is still read, last by \(read.reader?.text ?? "someone") at "
                        + "\(read.time.formatted(.iso8601)); \(advice)")
            }
            if let gap = gaps.first { return .person("\(gap); \(advice)") }
            return .reached([:])
        case .variable, .none:
            guard !move.grants.isEmpty else { return .reached([:]) }
            let watched: Reference =
                move.destination == .kms ? .key(id: Self.keyID(move.key ?? "")) : move.place
            let (seen, gaps) = try await reads.reads(of: watched, since: since)
            let readers = Set(seen.compactMap(\.reader))
            for grant in move.grants where !readers.contains(.role(name: grant.role)) {
                let gap = gaps.first.map { " (\($0))" } ?? ""
                return .person(
                    "role:\(grant.role) was not seen reading \(watched) since \(since.formatted(.iso8601))\(gap): "
                        + "invoke the function; \(advice)")
            }
            return .reached([:])
        }
    }

    func act(_ move: Never) async throws(CallFailure) -> ActAnswer {}

    /// What is said if the two places hold different values by now.
    private func difference() async throws(CallFailure) -> String? {
        guard let old = try await context.values.origin() else {
            return "\(context.plan.subject) is gone already, by someone else"
        }
        defer { old.bytes.wipe() }
        guard let new = try await context.values.arrived() else { return "the new place has no value" }
        defer { new.bytes.wipe() }
        guard !old.bytes.isSame(as: new.bytes) else { return nil }
        return "\(context.plan.subject) has another value than the new place by now: write it there too "
            + "(curtain plan set), or roll back"
    }

    private static func keyID(_ key: String) -> String {
        key.split(separator: "/").count > 1 && key.hasPrefix("arn:")
            ? String(key.split(separator: "/").last ?? "") : key
    }
}

extension Reference {
    /// A secret without its field.
    var withoutPointer: Reference {
        switch self {
        case .secret(let name, let version, _): .secret(name: name, version: version)
        case .variable, .parameter, .function, .key, .role, .user, .accessKey, .alias, .eventSourceMapping,
            .functionURL, .stack:
            self
        }
    }
}
