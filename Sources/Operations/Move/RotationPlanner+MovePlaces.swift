import Inventory

extension RotationPlanner {
    /// What the subjects are, as the account says.
    func origin(_ request: MoveRequest) async throws(CallFailure) -> MoveOrigin {
        guard let first = request.subjects.first else {
            throw SetPlanner.refused(.usage, "name what is to be moved")
        }
        switch first {
        case .variable(let function, nil, _): return try variables(function, request.subjects)
        case .parameter(let name, nil) where request.subjects.count == 1:
            guard let state = try await parameters.state(of: name) else {
                let names = facts.parameters.map(\.common.name)
                throw CallFailure(
                    .missing,
                    OperationFailure(.notFound, "there is no parameter \(name)\(NameTwins.hint(name, in: names))"))
            }
            return .parameter(name, state)
        case .secret(let name, nil, nil) where request.subjects.count == 1:
            let state = try await secrets.state(of: name)
            guard state.owner == nil else {
                throw SetPlanner.refused(.usage, "secret \(name) belongs to \(state.owner ?? ""), and stays with it")
            }
            return .secret(
                name, state, current: try SecretWriting.currentVersion(of: state, name, region: facts.region))
        case .secret, .parameter, .variable:
            throw SetPlanner.refused(
                .usage, "a move takes one parameter, one whole secret, or variables of one function, without versions")
        case .function, .key, .role, .user, .accessKey, .alias, .eventSourceMapping, .functionURL, .stack:
            throw SetPlanner.refused(.usage, "\(first) has no value that can be moved")
        }
    }

    private func variables(_ function: String, _ subjects: [Reference]) throws(CallFailure) -> MoveOrigin {
        let row = facts.functions.first { $0.common.reference == .function(name: function) }
        guard let row else {
            throw CallFailure(.missing, OperationFailure(.notFound, "there is no function \(function)"))
        }
        guard row.variablesError == nil else {
            throw SetPlanner.refused(.failed, "AWS cannot read the variables of \(function), so none is moved")
        }
        var names: [String] = []
        var ciphertexts = 0
        for subject in subjects {
            guard case .variable(function, nil, let name) = subject, !names.contains(name) else {
                throw SetPlanner.refused(
                    .usage, "\(subject): several variables are moved of one function only, each once")
            }
            guard let variable = row.variables.first(where: { $0.name == name }) else {
                let hint = NameTwins.hint(name, in: row.variables.map(\.name))
                throw CallFailure(.missing, OperationFailure(.notFound, "\(function) has no variable \(name)\(hint)"))
            }
            switch variable.source {
            case .secret, .parameter:
                throw SetPlanner.refused(
                    .usage, "\(subject) only names \(variable.of?.text ?? "another thing"): move that")
            case .ciphertext: ciphertexts += 1
            case .literal, .unknown, .plain: break
            }
            names.append(name)
        }
        guard ciphertexts == 0 || ciphertexts == names.count else {
            throw SetPlanner.refused(.usage, "some of the variables are ciphertexts and some are not: move them apart")
        }
        return .variables(function: function, names: names, areCiphertexts: ciphertexts > 0)
    }

    /// Throws `usage` for a way that leads nowhere.
    static func check(_ origin: MoveOrigin, _ request: MoveRequest) throws(CallFailure) {
        func refuse(_ words: String) -> CallFailure { SetPlanner.refused(.usage, words) }
        switch (origin, request.destination) {
        case (.variables(_, _, areCiphertexts: false), .environment): throw refuse("it is in a variable already")
        case (.variables(_, _, areCiphertexts: true), .kms): throw refuse("it is a ciphertext already")
        case (.variables(_, let names, _), .kms) where names.count > 1:
            throw refuse("several variables become one JSON secret, or one by one a ciphertext each")
        case (.variables(_, let names, _), .environment) where names.count > 1:
            throw refuse("several ciphertexts are moved one by one")
        case (.secret, .secret): throw refuse("it is a secret already")
        case (.parameter(_, let state), .parameter) where state.attributes.type == "SecureString":
            throw refuse("it is a SecureString already; curtain plan set changes its key and tier")
        case (_, .kms) where request.key == nil: throw refuse("say under which key: --key alias/NAME")
        case (.parameter, .environment) where request.variables.contains { $0.pointer != nil }:
            throw refuse("a parameter is moved whole: --variable NAME")
        case (_, _): break
        }
        if request.destination != .parameter, request.tier != nil { throw refuse("--tier is a parameter's") }
        if request.destination == .environment, request.key != nil {
            throw refuse("--key has no place in the environment; --to kms makes a ciphertext")
        }
        if [.kms, .environment].contains(request.destination), request.name != nil {
            throw refuse("--name is a parameter's or a secret's; --variable names a variable")
        }
    }

    /// The step that makes the new place, if it is a store; its reference.
    func addPlace(
        _ origin: MoveOrigin, _ request: MoveRequest, _ key: String?, to plan: inout Plan
    ) async throws(CallFailure) -> Reference? {
        let former: String =
            switch origin {
            case .variables(let function, let names, _): "\(function)/\(names.count == 1 ? names[0] : "secrets")"
            case .parameter(let name, _): name.hasPrefix("/") ? String(name.dropFirst()) : name
            case .secret(let name, _, _): name
            }
        switch request.destination {
        case .kms, .environment: return nil
        case .secret:
            let place = Reference.secret(name: request.name ?? former)
            try StoreLimit.checkName(place)
            plan.change = PlannedChange(
                creates: .secret(keyID: key, description: "moved from \(plan.subject)", tags: [:]))
            let name = request.name ?? former
            let names = facts.secrets.map(\.common.name)
            guard !names.contains(name) else {
                throw SetPlanner.refused(.usage, "there is a secret \(name) already: choose another with --name")
            }
            NameTwins.warning(name, in: names).map { plan.warnings.append($0) }
            plan.opening.append(
                PlanStep(
                    .createSecret, place,
                    call: "secretsmanager:CreateSecret \(name) <redacted> ClientRequestToken=\(plan.token)"
                        + (key.map { " KmsKeyId=\($0)" } ?? "")))
            return place
        case .parameter:
            var name = request.name ?? "/\(former)"
            // AWS changes no type: a SecureString needs a name of its own.
            if case .parameter(let old, _) = origin, request.name == nil { name = "\(old).secure" }
            let place = Reference.parameter(name: name)
            try StoreLimit.checkName(place)
            guard try await parameters.state(of: name) == nil else {
                throw SetPlanner.refused(.usage, "there is a parameter \(name) already: choose another with --name")
            }
            let attributes = ParameterAttributes(
                type: "SecureString", keyID: key, tier: request.tier ?? "Standard",
                description: "moved from \(plan.subject)")
            plan.change = PlannedChange(creates: .parameter(attributes))
            NameTwins.warning(name, in: facts.parameters.map(\.common.name)).map { plan.warnings.append($0) }
            plan.opening.append(
                PlanStep(.createParameter, place, call: "ssm:PutParameter \(name) <redacted> \(attributes.words)"))
            return place
        }
    }

    /// The functions that will read the new place.
    func readers(
        _ origin: MoveOrigin, _ request: MoveRequest, to plan: inout Plan
    ) async throws(CallFailure) -> [String] {
        if case .variables(let function, _, _) = origin { return [function] }
        var functions: [String] = []
        for row in graph.usedBy(request.subjects[0]) {
            guard case .function(let name, _) = row.reference, let reading = ReadingEvidence(row) else { continue }
            func leaveOut(_ why: String) { plan.leftOut.append(PlanOmission(reference: row.reference, why: why)) }
            guard !request.excluded.contains(name) else {
                leaveOut("left out as asked")
                continue
            }
            switch reading.way {
            case .runTime, .extension:
                plan.readers.append(PlanReader(reference: row.reference, via: reading.words, until: reading.until))
                if !functions.contains(name) { functions.append(name) }
            case .pinned: leaveOut("it names a version (\(reading.words)): change that by hand")
            case .template(let stack): leaveOut("stack \(stack) puts the value into it: change its template")
            case .permitted:
                plan.warnings.append(
                    "\(name) may read it, but nothing says that it does; the look before the removal tells")
            }
        }
        return functions
    }

    /// What the function's variables become.
    func changes(
        _ function: String, _ origin: MoveOrigin, _ request: MoveRequest, _ place: Reference?, _ key: String?
    ) throws(CallFailure) -> [FunctionLane.Change] {
        let row = facts.functions.first { $0.common.reference == .function(name: function) }
        let there = Set((row?.variables ?? []).map(\.name))
        let suffix: String =
            switch request.destination {
            case .parameter: "_PARAMETER"
            case .secret: "_SECRET"
            case .kms: "_CIPHERTEXT"
            case .environment: ""
            }
        let variables = request.variables.isEmpty ? [(name: origin.base + suffix, pointer: nil)] : request.variables
        guard request.destination == .environment || variables.count == 1 else {
            throw SetPlanner.refused(.usage, "one variable tells the code where the value is: give --variable once")
        }
        var changes: [FunctionLane.Change] = []
        for variable in variables {
            try StoreLimit.checkName(.variable(function: function, name: variable.name))
            guard !there.contains(variable.name) else {
                throw SetPlanner.refused(
                    .usage, "\(function) has a variable \(variable.name) already: choose another with --variable")
            }
            let content: FunctionLane.Change.Content =
                switch (place, request.destination) {
                case (.parameter(let name, _)?, _), (.secret(let name, _, _)?, _): .text(name)
                case (_, .kms): .ciphertext(key: key ?? "", pointer: variable.pointer)
                case (_, _): .value(pointer: variable.pointer)
                }
            changes.append(FunctionLane.Change(variable: variable.name, content, isNew: true))
        }
        if let row { try Self.checkRoom(changes, in: row) }
        return changes
    }

    /// The smallest policy for each role.
    func grants(
        _ functions: [String], _ place: Reference?, _ destination: PlannedMove.Destination, _ key: String?,
        _ plan: inout Plan
    ) throws(CallFailure) -> [PlannedMove.Grant] {
        guard destination != .environment else { return [] }
        var byRole: [String: [String]] = [:]
        for function in functions {
            let row = facts.functions.first { $0.common.reference == .function(name: function) }
            guard let role = row?.role?.split(separator: "/").last.map(String.init) else {
                plan.warnings.append("the role of \(function) is not known: grant it the right yourself")
                continue
            }
            byRole[role, default: []].append(function)
        }
        let partition = AmazonResourceName(facts.functions.first?.common.arn ?? "")?.partition ?? "aws"
        return byRole.sorted { $0.key < $1.key }.map { role, functions in
            let policy = ReadPolicy(
                place: place, key: key, functions: functions.sorted(), partition: partition, region: facts.region,
                account: facts.account)
            return PlannedMove.Grant(role: role, document: policy.document)
        }
    }

    /// Throws `usage` if old and new variables have no room beside each other. Of a value only AWS's own count will tell.
    private static func checkRoom(_ changes: [FunctionLane.Change], in row: FunctionRow) throws(CallFailure) {
        // As AWS counts: compact JSON, 6 bytes a variable besides its name and text.
        var added =
            row.variables.contains { $0.name == FunctionLane.marker } ? 0 : 6 + FunctionLane.marker.utf8.count + 10
        for change in changes {
            if case .text(let text) = change.content { added += 6 + change.variable.utf8.count + text.utf8.count }
        }
        guard row.environmentBytes + added > AWSFact.environmentBytes.count else { return }
        throw SetPlanner.refused(
            .usage,
            "\(row.common.name) has \(row.environmentBytes) of \(AWSFact.environmentBytes.count) bytes of environment, and for a "
                + "while both need room (\(added) bytes more): take a variable away, or give a shorter --name and --variable"
        )
    }
}
