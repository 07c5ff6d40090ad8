import SensitiveMemory

/// Who depends on what in one account and region, from both ends.
///
/// Edges that are written down somewhere are kept; what a role may read, what a prefix covers and which values are
/// the same is decided when it is asked, by one rule for both directions, so that each is the other's inverse.
public struct ConsumerGraph: Sendable {
    public let facts: AccountFacts
    let names: NameIndex
    let keys: KeyTable
    let rights: ReadRights
    let functions: [String: FunctionRow]
    /// Which aliases send traffic to a version, by function.
    let routes: [String: [String: [String]]]
    /// Variables whose value is a path above names, by function.
    let prefixes: [String: [(path: String, slot: VariableSlot)]]
    /// Variables that may hold a secret, by the fingerprint of their value.
    let slots: [Fingerprint: [VariableSlot]]
    /// Variables that hold a ciphertext which does not tell its key.
    let ciphertexts: [String: [VariableSlot]]
    /// Variables that point to an object or item which the role may read.
    let pointers: [String: [(target: String, slot: VariableSlot)]]
    private let incoming: [Reference: [ConsumerEdge]]
    private let outgoing: [Reference: [ConsumerEdge]]

    /// - Parameter names: the names of what was listed, as fingerprints under the key that the rows were read with.
    public init(_ facts: AccountFacts, names: NameIndex) {
        self.facts = facts
        self.names = names
        keys = KeyTable(facts.keys)
        rights = ReadRights(facts, keys: keys)
        functions = Dictionary(facts.functions.map { ($0.common.functionName, $0) }) { first, _ in first }
        routes = facts.aliases.mapValues(Self.routes)
        var builder = EdgeBuilder(facts, names: names, keys: keys, rights: rights, routes: routes)
        builder.build()
        prefixes = builder.prefixes
        slots = builder.slots
        ciphertexts = builder.ciphertexts
        pointers = builder.pointers
        incoming = Dictionary(grouping: builder.edges, by: \.source)
        outgoing = Dictionary(grouping: builder.edges, by: \.consumer)
    }

    /// The graph of other facts of the same account.
    public func with(_ facts: AccountFacts) -> ConsumerGraph { ConsumerGraph(facts, names: names) }

    /// What could not be read, a line each.
    public var gaps: [String] { facts.gaps }

    /// The edges to the thing that are written down, in the order in which they were found.
    func direct(to source: Reference) -> [ConsumerEdge] { incoming[source] ?? [] }
    func direct(from consumer: Reference) -> [ConsumerEdge] { outgoing[consumer] ?? [] }

    /// The thing as the graph knows it: without version, field and alias.
    public func known(_ reference: Reference) -> Reference {
        switch reference {
        case .key(let id): keys.reference(id) ?? reference
        case .secret(let name, _, _): .secret(name: name)
        case .parameter(let name, _): parameter(name)
        case .function(let name, _): .function(name: name)
        case .alias(let function, _), .functionURL(let function): .function(name: function)
        case .variable, .role, .user, .accessKey, .eventSourceMapping, .stack: reference
        }
    }

    /// The ARNs of `a` and `/a` are the same.
    private func parameter(_ name: String) -> Reference {
        let plain = Reference.parameter(name: name)
        guard rights.things[plain] == nil, !name.hasPrefix("/") else { return plain }
        let slashed = Reference.parameter(name: "/" + name)
        return rights.things[slashed] == nil ? plain : slashed
    }

    private static func routes(_ aliases: [FunctionRow.Alias]) -> [String: [String]] {
        var routes: [String: [String]] = [:]
        for alias in aliases {
            routes[alias.version, default: []].append(alias.name)
            for (version, weight) in alias.weights where weight > 0 { routes[version, default: []].append(alias.name) }
        }
        return routes
    }
}

extension ResourceCommon {
    /// The true name of a function, for tables.
    var functionName: String {
        if case .function(let name, _) = reference { name } else { name }
    }
}
