extension EdgeBuilder {
    /// The edges that are written down from functions of one place to things of another.
    ///
    /// - Parameters:
    ///   - reads: what the other place's history tells of readers that are functions here.
    static func crossing(
        from here: ConsumerGraph, to there: ConsumerGraph, reads: [AccessEvent]
    ) -> [ConsumerEdge] {
        var facts = here.facts
        facts.reads = reads
        facts.stored = there.facts.stored
        var builder = EdgeBuilder(
            facts, names: there.names, keys: there.keys, rights: there.rights, routes: here.routes,
            paths: PrefixTable())
        builder.slots = here.slots
        builder.cross(here, there)
        return builder.edges
    }

    private mutating func cross(_ here: ConsumerGraph, _ there: ConsumerGraph) {
        let isSameAccount = here.facts.account == there.facts.account
        for function in facts.functions {
            let name = function.common.functionName
            begin()
            read(function, name, nil, here)
            for version in facts.versions[name] ?? [] { read(version, name, version.version, here) }
            // Between accounts rights are not decided: nothing is known of the other side of each.
            settle(function, name, rights: isSameAccount)
        }
        for stack in facts.stacks {
            let reference = Reference.stack(name: stack.name)
            for use in stack.usesElsewhere where use.elsewhere == there.facts.place {
                let source = there.known(use.source)
                let variable = use.variable.map { " in \($0)" } ?? ""
                add(
                    .function(name: use.function), source,
                    Evidence(use.rule, use.detail + variable, via: reference))
                let place = use.variable.map { "\(use.function), variable \($0)" } ?? use.function
                add(reference, source, Evidence(use.rule, "\(use.detail) for \(place)"))
            }
        }
        buildReads()
        buildStored()
    }

    private mutating func read(_ row: FunctionRow, _ name: String, _ version: String?, _ here: ConsumerGraph) {
        for variable in row.variables {
            let slot = VariableSlot(function: name, version: version, name: variable.name)
            let reading = VariableReading(variable, elsewhere: names, here: here.names, in: facts.region)
            for found in reading.uses {
                switch found {
                case .names(let source, let rule, let detail, let isSure): note(rule, slot, source, isSure, detail)
                case .below, .ciphertext, .container: break
                }
            }
        }
    }
}
