import Inventory
import SensitiveMemory

/// The values of a blast radius, each once: fields told apart, copies with their original, the whole in an order in which it
/// can be rotated.
struct RadiusValues {
    struct Value: Equatable {
        let reference: Reference
        var why: [String]
        var copyOf: Reference?
        /// Whether nobody but the person can say what the new value is.
        var isGiven = false
    }

    private(set) var values: [Value] = []
    private(set) var leftOut: [PlanOmission] = []
    private(set) var warnings: [String] = []
    private(set) var needs: [Reference: Set<Reference>] = [:]
    private let graph: ConsumerGraph

    /// - Parameter graph: with the fingerprints of the stored values, where they could be read.
    init(_ radius: BlastRadius, in graph: ConsumerGraph) {
        self.graph = graph
        let all = radius.entries
        // Where two stores hold the same, the secret is the original.
        for entry in all where entry.reference.listKind == .secret { add(entry) }
        for entry in all where entry.reference.listKind == .parameter { add(entry) }
        for entry in all where entry.reference.isVariable { add(variable: entry) }
        addTwins()
        order()
    }

    private mutating func add(_ entry: BlastRadius.Entry) {
        let stored = graph.facts.stored.filter { $0.source == entry.reference.ofRow && $0.isCurrent }
        let fields = stored.compactMap(\.field)
        let rotates = graph.facts.secrets.contains {
            $0.common.reference == entry.reference.ofRow && ($0.rotation.enabled || $0.owner != nil)
        }
        switch entry.reference {
        case .secret(let name, _, nil) where !fields.isEmpty && !rotates:
            // A field that somebody has named says which one it is.
            guard !values.contains(where: { $0.reference.ofRow == entry.reference && $0.reference.pointer != nil })
            else { return }
            let secret = fields.filter(SecretNaming.saysSecret).sorted()
            guard !secret.isEmpty else {
                leftOut.append(
                    PlanOmission(
                        reference: entry.reference,
                        why: "it is a JSON text, and no field's name says that it is the secret: name it, as in "
                            + "\(entry.reference)#/FIELD"))
                return
            }
            for field in secret { add(.secret(name: name, pointer: field), entry.why, stored, isGiven: false) }
        case .secret(let name, _, .some):
            // Named after it was found whole.
            values.removeAll { $0.reference == .secret(name: name) }
            add(entry.reference, entry.why, stored, isGiven: false)
        case .parameter: add(entry.reference, entry.why, stored, isGiven: !fields.isEmpty)
        case .secret, .variable, .function, .key, .role, .user, .accessKey, .alias, .eventSourceMapping, .functionURL,
            .stack:
            add(entry.reference, entry.why, stored, isGiven: false)
        }
    }

    private mutating func add(
        _ reference: Reference, _ why: [String], _ stored: [StoredFingerprint], isGiven: Bool
    ) {
        if let place = values.firstIndex(where: { $0.reference == reference }) {
            values[place].why += why.filter { !values[place].why.contains($0) }
            return
        }
        var value = Value(reference: reference, why: why, isGiven: isGiven)
        if let print = stored.first(where: { $0.field == reference.pointer })?.fingerprint {
            value.copyOf = values.first { prints(of: $0.reference).contains(print) }?.reference
        }
        values.append(value)
    }

    /// The fingerprints of what a rotation of the reference replaces.
    private func prints(of reference: Reference) -> Set<Fingerprint> {
        Set(
            graph.facts.stored.filter {
                $0.source == reference.ofRow && $0.isCurrent && $0.field == reference.pointer
            }.map(\.fingerprint))
    }

    /// A variable that holds what a store holds is a copy, and the store's own plan takes it along; so is one that holds what
    /// another variable does.
    private mutating func add(variable entry: BlastRadius.Entry) {
        guard let print = fingerprint(of: entry.reference) else {
            leftOut.append(PlanOmission(reference: entry.reference, why: "it has no value"))
            return
        }
        takeSource(of: print, entry.reference)
        let original = values.firstIndex {
            held(by: $0.reference).contains(print) || fingerprint(of: $0.reference) == print
        }
        guard let original else {
            values.append(Value(reference: entry.reference, why: entry.why))
            return
        }
        let why = "\(entry.reference) holds it too and gets the new one with it"
        if values[original].reference != entry.reference, !values[original].why.contains(why) {
            values[original].why.append(why)
        }
    }

    /// The fingerprints of all versions of a stored value that are known.
    private func held(by reference: Reference) -> Set<Fingerprint> {
        Set(
            graph.facts.stored.filter { $0.source == reference.ofRow && $0.field == reference.pointer }
                .map(\.fingerprint))
    }

    /// Stores that hold what one of the values is, though nobody named them: the old value would live on in them.
    private mutating func addTwins() {
        for value in values where value.copyOf == nil {
            for print in prints(of: value.reference) {
                for twin in graph.facts.stored where twin.isCurrent && twin.fingerprint == print {
                    let reference: Reference =
                        if case .secret(let name, _, _) = twin.source { .secret(name: name, pointer: twin.field) } else
                        {
                            twin.source
                        }
                    guard !values.contains(where: { $0.reference == reference }) else { continue }
                    guard twin.field == nil || reference.pointer != nil else {
                        leftOut.append(
                            PlanOmission(
                                reference: reference,
                                why:
                                    "a field of it is the same value as \(value.reference): write it with curtain plan set"
                            ))
                        continue
                    }
                    values.append(
                        Value(
                            reference: reference, why: ["it holds the same value as \(value.reference)"],
                            copyOf: value.reference))
                }
            }
        }
    }

    /// What a variable holds a copy of is in the radius too, whether or not the function may read it: a new value for the copy
    /// alone would only break the function.
    private mutating func takeSource(of print: Fingerprint, _ variable: Reference) {
        let found = graph.facts.stored.filter { $0.fingerprint == print }
        guard let stored = found.first(where: \.isCurrent) ?? found.first,
            !values.contains(where: { held(by: $0.reference).contains(print) })
        else { return }
        let why = "\(variable) holds \(stored.isCurrent ? "its value" : "an earlier value of it")"
        switch stored.source {
        case .secret(let name, _, _):
            add(BlastRadius.Entry(reference: .secret(name: name, pointer: stored.field), why: [why], certainty: .sure))
        case .parameter: add(BlastRadius.Entry(reference: stored.source, why: [why], certainty: .sure))
        case .variable, .function, .key, .role, .user, .accessKey, .alias, .eventSourceMapping, .functionURL, .stack:
            return
        }
    }

    private func fingerprint(of reference: Reference) -> Fingerprint? {
        guard case .variable(let function, _, let name) = reference else { return nil }
        let row = graph.facts.functions.first { $0.common.reference == .function(name: function) }
        return row?.variables.first { $0.name == name }?.fingerprint
    }

    /// What the rotation function of a secret reads must work while it rotates, so it has its turn before; a copy comes
    /// behind its original.
    private mutating func order() {
        for value in values {
            var before: Set<Reference> = []
            if let original = value.copyOf { before.insert(original) }
            let row = graph.facts.secrets.first { $0.common.reference == value.reference.ofRow }
            if let rotator = row?.rotation.functionARN.flatMap(AmazonResourceName.init).flatMap(Reference.init) {
                let read = Set(graph.reach(rotator).filter { !$0.isOnlyAllowed }.map(\.reference))
                for other in values where other.reference.ofRow != value.reference.ofRow {
                    let isOwn =
                        if case .variable(let function, _, _) = other.reference {
                            Reference.function(name: function) == graph.known(rotator)
                        } else { false }
                    if isOwn || read.contains(graph.known(other.reference)) { before.insert(other.reference) }
                }
            }
            if !before.isEmpty { needs[value.reference] = before }
        }
        let order = RotationOrder(values.map(\.reference), needs: needs)
        values.sort { one, other in
            (order.order.firstIndex(of: one.reference) ?? 0) < (order.order.firstIndex(of: other.reference) ?? 0)
        }
        if !order.circular.isEmpty {
            warnings.append(
                "\(order.circular.map(\.text).joined(separator: ", ")): each needs another of this set to rotate; look "
                    + "at their order before you apply")
        }
    }
}

extension Reference {
    fileprivate var isVariable: Bool { if case .variable = self { true } else { false } }
}
