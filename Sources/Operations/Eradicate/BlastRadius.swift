import FoundationEssentials
import Inventory

/// Everything whose value somebody may have, from where it began.
public struct BlastRadius: Sendable {
    public struct Entry: Sendable, Equatable {
        public let reference: Reference
        public var why: [String]
        public var certainty: Certainty
    }

    /// In the order in which they were found: what a person named or a text was found in comes first.
    public private(set) var entries: [Entry] = []
    public private(set) var leftOut: [PlanOmission] = []
    /// What is within reach and was not taken, where there may be hundreds of it.
    public var warnings: [String] {
        Self.line(settings, "String parameters are within reach and not taken for secrets")
            + Self.line(doubtful, "things are only possibly within reach and not taken (--even-possible takes them)")
            + Self.line(older, "earlier versions hold the leaked text: they go when old values are retired")
            + Self.line(
                keys, "keys are within reach: rotating one does not help against whoever has a plaintext already")
    }

    private let graph: ConsumerGraph
    private let takesPossible: Bool
    private var settings: [Reference] = []
    private var doubtful: [Reference] = []
    private var keys: [Reference] = []
    private var older: [Reference] = []

    /// - Parameters:
    ///   - takesPossible: also what is only possibly within reach.
    ///   - own: the ARN of the session that asks, whose own reads are no leak.
    public init(
        of sources: [RadiusSource], in graph: ConsumerGraph, takesPossible: Bool = false, own: String? = nil
    ) {
        self.graph = graph
        self.takesPossible = takesPossible
        for source in sources {
            switch source {
            case .thing(let reference): take(graph.known(reference, keeping: reference.pointer), "named", .sure)
            case .places(let places): take(places)
            case .function(let name, let qualifier): take(function: name, qualifier)
            case .principal(let reference): take(principal: reference)
            case .reads(let since, let until, let reader): takeReads(since...max(since, until), by: reader, own: own)
            }
        }
        guard entries.isEmpty else { return }
        // With nothing to rotate there is no retirement that they could go with.
        for reference in older {
            leaveOut(
                reference, "an earlier version holds the leaked text, and no current one does: delete that version")
        }
        older = []
    }

    private mutating func take(_ reference: Reference, _ why: String, _ certainty: Certainty) {
        guard let place = entries.firstIndex(where: { $0.reference == reference }) else {
            entries.append(Entry(reference: reference, why: [why], certainty: certainty))
            return
        }
        if !entries[place].why.contains(why) { entries[place].why.append(why) }
        entries[place].certainty = max(entries[place].certainty, certainty)
    }

    /// Where a leaked text was found: only where it is the whole value can it be replaced.
    private mutating func take(_ places: [MatchPlace]) {
        for place in places {
            let found = "holds the leaked text (\(place.place))"
            guard place.region == graph.facts.region else {
                leaveOut(place.reference, "\(found) in \(place.region): plan there, with --region \(place.region)")
                continue
            }
            guard isCurrent(place) else {
                note(place.reference, in: \.older)
                continue
            }
            switch (place.reference, place.form) {
            case (.secret, .exact), (.parameter, .exact), (.variable, .exact), (.secret, .json):
                take(graph.known(place.reference, keeping: place.reference.pointer), found, .sure)
            case (_, .base64), (_, .embedded), (_, .json):
                leaveOut(place.reference, "\(found), as a part of something longer: write it with curtain plan set")
            case (_, .exact): leaveOut(place.reference, found)
            }
        }
    }

    private func isCurrent(_ place: MatchPlace) -> Bool {
        switch place.reference {
        case .secret(_, let version, _): version == nil || version == "AWSCURRENT"
        case .parameter(let name, let version):
            version == nil
                || graph.facts.parameters.contains {
                    $0.common.reference == .parameter(name: name) && $0.version.map(String.init) == version
                }
        case .variable(_, let version, _): version == nil || version == "$LATEST"
        case .function, .key, .role, .user, .accessKey, .alias, .eventSourceMapping, .functionURL, .stack: true
        }
    }

    private mutating func take(function name: String, _ qualifier: String?) {
        var asked = graph
        if let qualifier, let facts = graph.facts.only(name, at: qualifier) { asked = graph.with(facts) }
        take(asked.reach(.function(name: name)), of: .function(name: name, qualifier: qualifier))
    }

    /// A role is its functions, and whoever else may become it.
    private mutating func take(principal: Reference) {
        for row in graph.facts.functions {
            guard let role = row.role.flatMap(AmazonResourceName.init).flatMap(Reference.init), role == principal,
                case .function(let name, _) = row.common.reference
            else { continue }
            take(graph.reach(.function(name: name)), of: .function(name: name))
        }
        take(graph.reach(principal), of: principal)
    }

    private mutating func take(_ rows: [ConsumerRow], of reader: Reference) {
        for row in rows {
            let detail = row.evidence.first.map { "\(reader): \($0.detail)" } ?? reader.text
            switch row.reference {
            case .secret, .parameter:
                guard takesPossible || row.certainty > .possible else {
                    note(row.reference, in: \.doubtful)
                    continue
                }
                if isSetting(row.reference) {
                    note(row.reference, in: \.settings)
                } else {
                    take(row.reference, detail, row.certainty)
                }
            case .variable(let function, let version, let name):
                let rows = graph.facts.functions.filter { $0.common.reference == .function(name: function) }
                guard version == nil, rows.contains(where: { $0.holdsSecret(name) }) else { continue }
                take(row.reference, detail, row.certainty)
            case .key: note(row.reference, in: \.keys)
            case .function, .role, .user, .accessKey, .alias, .eventSourceMapping, .functionURL, .stack: continue
            }
        }
    }

    private mutating func takeReads(_ span: ClosedRange<Date>, by reader: Reference?, own: String?) {
        for event in graph.facts.reads {
            guard span.contains(event.time), AccessRules.isRead(event), event.errorCode == nil else { continue }
            let actor = AmazonResourceName(event.actor).flatMap(Reference.init)
            guard reader.map({ $0 == actor }) ?? (event.actor != own) else { continue }
            let why =
                "\(AccessRules.plain(event.action)) by \(actor?.text ?? event.actor) at "
                + event.time.formatted(.iso8601)
            for reference in event.references {
                switch reference {
                case .secret, .parameter: take(graph.known(reference), why, .sure)
                case .function(let name, _): takeVariables(of: name, why)
                case .key: note(graph.known(reference), in: \.keys)
                case .variable, .role, .user, .accessKey, .alias, .eventSourceMapping, .functionURL, .stack: continue
                }
            }
            // Its answer has the variables of every function.
            if event.references.isEmpty, AccessRules.plain(event.action) == "ListFunctions" {
                for row in graph.facts.functions {
                    if case .function(let name, _) = row.common.reference { takeVariables(of: name, why) }
                }
            }
        }
    }

    private mutating func takeVariables(of function: String, _ why: String) {
        for row in graph.facts.functions where row.common.reference == .function(name: function) {
            for variable in row.variables where row.holdsSecret(variable.name) {
                take(.variable(function: function, name: variable.name), why, .sure)
            }
        }
    }

    private func isSetting(_ reference: Reference) -> Bool {
        graph.facts.parameters.contains { $0.common.reference == reference && $0.type != "SecureString" }
    }

    private mutating func note(_ reference: Reference, in list: WritableKeyPath<BlastRadius, [Reference]>) {
        if !self[keyPath: list].contains(reference) { self[keyPath: list].append(reference) }
    }

    private mutating func leaveOut(_ reference: Reference, _ why: String) {
        guard !leftOut.contains(where: { $0.reference == reference }) else { return }
        leftOut.append(PlanOmission(reference: reference, why: why))
    }

    private static func line(_ references: [Reference], _ words: String) -> [String] {
        guard !references.isEmpty else { return [] }
        let first = references.prefix(4).map(\.text).joined(separator: ", ")
        return ["\(references.count) \(words): \(first)\(references.count > 4 ? ", …" : "")"]
    }
}

extension ConsumerGraph {
    /// The thing as the graph knows it, with the field of it that was meant.
    fileprivate func known(_ reference: Reference, keeping pointer: String?) -> Reference {
        switch known(reference) {
        case .secret(let name, _, _): .secret(name: name, pointer: pointer)
        case .variable(let function, _, let name): .variable(function: function, name: name)
        case let other: other
        }
    }
}
