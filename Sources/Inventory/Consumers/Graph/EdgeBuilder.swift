import SensitiveMemory

/// Finds the edges that are written down: in variables, rows, templates and CloudTrail's history.
struct EdgeBuilder {
    let facts: AccountFacts
    let names: NameIndex
    let keys: KeyTable
    let rights: ReadRights
    let routes: [String: [String: [String]]]
    private let paths: PrefixTable
    var edges: [ConsumerEdge] = []
    var prefixes: [String: [(path: String, slot: VariableSlot)]] = [:]
    var slots: [Fingerprint: [VariableSlot]] = [:]
    var ciphertexts: [String: [VariableSlot]] = [:]
    var pointers: [String: [(target: String, slot: VariableSlot)]] = [:]
    /// Evidence of one function that says the same in several versions.
    private var groups: [GroupKey: SlotGroup] = [:]
    private var groupOrder: [GroupKey] = []

    struct GroupKey: Hashable {
        let rule: EvidenceRule
        let variable: String
        let source: Reference
        let isSure: Bool
        let detail: String
    }

    init(
        _ facts: AccountFacts, names: NameIndex, keys: KeyTable, rights: ReadRights,
        routes: [String: [String: [String]]], paths: PrefixTable? = nil
    ) {
        self.facts = facts
        self.names = names
        self.keys = keys
        self.rights = rights
        self.routes = routes
        self.paths = paths ?? PrefixTable(facts, names)
    }

    mutating func build() {
        for function in facts.functions { build(function) }
        for row in facts.secrets { build(row) }
        for row in facts.parameters { encrypted(row.common.reference, row.type == "SecureString" ? row.kmsKey : nil) }
        for stack in facts.stacks { build(stack) }
        buildReads()
        buildStored()
    }

    private mutating func build(_ row: SecretRow) {
        encrypted(row.common.reference, row.kmsKey)
        guard let rotator = row.rotation.functionARN.flatMap(AmazonResourceName.init)?.function else { return }
        add(
            .function(name: rotator.name), row.common.reference,
            Evidence(.rotates, row.rotation.enabled ? "its rotation function" : "its rotation function; switched off"))
    }

    private mutating func encrypted(_ reference: Reference, _ key: String?) {
        guard let key = key.flatMap(keys.reference) else { return }
        add(reference, key, Evidence(.encryptedUnder, "its key"))
    }

    private mutating func build(_ function: FunctionRow) {
        let name = function.common.functionName
        begin()
        read(function, name, nil)
        for version in facts.versions[name] ?? [] { read(version, name, version.version) }
        settle(function, name)
        if let role = function.role.flatMap(AmazonResourceName.init).flatMap(Reference.init) {
            add(.function(name: name), role, Evidence(.runsAs, "its execution role"))
        }
        if let key = function.kmsKey.flatMap(keys.reference) {
            add(.function(name: name), key, Evidence(.environmentKey, "its environment is encrypted under it"))
        }
    }

    /// The variables of $LATEST or of a version.
    private mutating func read(_ row: FunctionRow, _ name: String, _ version: String?) {
        let hasExtension = row.layers.contains { $0.contains(":layer:AWS-Parameters-and-Secrets-Lambda-Extension") }
        let containers = version == nil ? ContainerRights(rights.statements(role: row.role), names) : nil
        for variable in row.variables {
            let slot = VariableSlot(function: name, version: version, name: variable.name)
            remember(variable, slot)
            for found in VariableReading(variable, names: names, paths: paths).uses {
                switch found {
                case .names(let source, let rule, let detail, let isSure):
                    note(rule, slot, source, isSure, detail)
                    if hasExtension, source.listKind == .secret || source.listKind == .parameter {
                        note(
                            .extensionLayer, slot, source, true,
                            "the function has the extension layer, and it is named by")
                    }
                case .below(let path): prefixes[name, default: []].append((path, slot))
                case .ciphertext: ciphertexts[name, default: []].append(slot)
                case .container(let fingerprint):
                    guard let target = containers?.name(fingerprint) else { break }
                    pointers[name, default: []].append((target, slot))
                }
            }
        }
    }

    private mutating func remember(_ variable: FunctionRow.Variable, _ slot: VariableSlot) {
        guard let fingerprint = variable.fingerprint, variable.mayBeSecret else { return }
        slots[fingerprint, default: []].append(slot)
    }

    mutating func note(
        _ rule: EvidenceRule, _ slot: VariableSlot, _ source: Reference, _ isSure: Bool, _ detail: String
    ) {
        let key = GroupKey(rule: rule, variable: slot.name, source: source, isSure: isSure, detail: detail)
        if groups[key] == nil { groupOrder.append(key) }
        groups[key, default: SlotGroup()].add(slot.version)
    }

    /// One piece of evidence for each group, with what the role's policies say to it.
    ///
    /// - Parameter rights: false where they say nothing: for copies, and between accounts.
    mutating func settle(_ function: FunctionRow, _ name: String, rights asksRights: Bool = true) {
        for key in groupOrder {
            guard let group = groups[key] else { continue }
            var certainty = key.isSure ? key.rule.certainty : .likely
            var detail = "\(key.detail) \(key.variable), \(group.words(routes[name] ?? [:]))"
            if !group.isInUse(routes[name] ?? [:]) { certainty = .possible }
            if asksRights, let thing = rights.things[key.source] {
                if !rights.knows(role: function.role) {
                    certainty = min(certainty, .likely)
                } else if rights.evidence(function: function, of: thing).isEmpty {
                    certainty = .possible
                    detail += "; its role may not read it"
                }
            }
            add(
                .function(name: name), key.source,
                Evidence(key.rule, detail, via: group.via(name, key.variable), certainty: certainty))
        }
    }

    mutating func add(_ consumer: Reference, _ source: Reference, _ evidence: Evidence) {
        edges.append(ConsumerEdge(consumer, uses: source, evidence))
    }

    mutating func begin() {
        groups = [:]
        groupOrder = []
    }
}
