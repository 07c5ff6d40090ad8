import FoundationEssentials

extension EdgeBuilder {
    /// One piece of evidence for each reader and thing, however often it read.
    mutating func buildReads() {
        struct Tally {
            var count = 0
            var refused = 0
            var last: Date
            var version: String?
            var actions: Set<String> = []
        }
        struct Pair: Hashable {
            let reader: Reference
            let source: Reference
            let isDecrypt: Bool
        }
        var tallies: [Pair: Tally] = [:]
        let roles = RoleTable(facts)
        for event in facts.uses {
            guard AccessRules.isRead(event), let reader = roles.reader(event.actor) else { continue }
            for reference in event.references {
                guard let source = known(read: reference), source != reader else { continue }
                let pair = Pair(reader: reader, source: source, isDecrypt: event.action == "Decrypt")
                var tally = tallies[pair] ?? Tally(last: event.time)
                if event.errorCode == nil { tally.count += 1 } else { tally.refused += 1 }
                if event.time >= tally.last {
                    tally.last = event.time
                    tally.version = event.version ?? tally.version
                }
                tally.actions.insert(AccessRules.plain(event.action))
                tallies[pair] = tally
            }
        }
        let sorted = tallies.sorted {
            ($0.key.reader.text, $0.key.source.text) < ($1.key.reader.text, $1.key.source.text)
        }
        for (pair, tally) in sorted {
            let last = tally.last.formatted(.iso8601)
            guard tally.count > 0 else {
                add(
                    pair.reader, pair.source,
                    Evidence(
                        .wasRead, "tried \(tally.refused) times and was refused, last \(last)", certainty: .possible))
                continue
            }
            let times = tally.count == 1 ? "once, " : "\(tally.count) times, last "
            let version = tally.version.map { ", version \($0)" } ?? ""
            add(
                pair.reader, pair.source,
                Evidence(
                    pair.isDecrypt ? .wasDecrypted : .wasRead,
                    "\(tally.actions.sorted().joined(separator: ", ")) \(times)\(last)\(version)"))
        }
    }

    private func known(read reference: Reference) -> Reference? {
        switch reference {
        case .secret(let name, _, _): .secret(name: name)
        case .parameter(let name, _): parameter(name)
        case .key(let id): keys.reference(id) ?? reference
        case .function(let name, _): .function(name: name)
        case .variable, .role, .user, .accessKey, .alias, .eventSourceMapping, .functionURL, .stack: nil
        }
    }

    private func parameter(_ name: String) -> Reference {
        let slashed = Reference.parameter(name: "/" + name)
        return !name.hasPrefix("/") && rights.things[slashed] != nil ? slashed : .parameter(name: name)
    }
}
