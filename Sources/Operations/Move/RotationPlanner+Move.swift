import Inventory
import SensitiveMemory

extension RotationPlanner {
    /// A plan that brings a value to another store and what reads it with it, step by step: the new place, the right to read
    /// it, the reference in the variables, a wait for the code, a look at who reads the old place, its removal.
    ///
    /// - Throws: `usage` for what cannot be moved so, `notFound`, `failed` if none of the functions can be changed.
    public func move(_ request: MoveRequest, stores: any StoreChanging) async throws(OperationFailure) -> Plan {
        do throws(CallFailure) { return try await moving(request, stores) } catch { throw error.failure }
    }

    private func moving(_ request: MoveRequest, _ stores: any StoreChanging) async throws(CallFailure) -> Plan {
        let origin = try await origin(request)
        try Self.check(origin, request)
        let subject = request.subjects[0]
        var plan = draft(.move, subject, rollout: request.rollout)
        plan.recipe = .unchanged
        plan.copiesSearched = true
        let key = try await Self.keyARN(request.key, stores)
        switch origin {
        case .variables: plan.source = .variable
        case .parameter(_, let state): plan.source = .parameter(version: state.version, attributes: state.attributes)
        case .secret(_, let state, let current):
            plan.source = .secret(arn: state.arn, current: current, previous: state.previous, pending: state.pending)
        }
        let place = try await addPlace(origin, request, key, to: &plan)
        let functions = try await readers(origin, request, to: &plan)
        var names: [String: [FunctionLane.Change]] = [:]
        for function in functions {
            let changes = try changes(function, origin, request, place, key)
            names[function] = changes
            try await add(
                FunctionChange(function: function, changes: changes), to: &plan,
                writesOverStacks: request.writesOverStacks)
        }
        guard functions.isEmpty || !plan.lanes.isEmpty else { throw CallFailure(.refused, Self.nothing(plan)) }
        let moved = plan.lanes.map(\.function)
        let grants = try grants(moved, place, request.destination, key, &plan)
        if request.appliesGrants {
            plan.opening += grants.map {
                PlanStep(
                    .grantAccess, .role(name: $0.role),
                    call: "iam:PutRolePolicy \($0.role) \(plan.grantName) \($0.document)"
                )
            }
        }
        let first = names.sorted { $0.key < $1.key }.first
        let variable = first.flatMap { name, changes in
            changes.first.map { Reference.variable(function: name, name: $0.variable) }
        }
        plan.move = PlannedMove(
            destination: request.destination, place: place ?? variable ?? subject, key: key, grants: grants,
            appliesGrants: request.appliesGrants, removals: moved.map { removal($0, origin, subject) },
            languages: languages(moved), monthlyBefore: origin.monthly, monthlyAfter: Self.monthly(request))
        let replicas = try await replicas(origin, stores)
        close(&plan, origin, replicas)
        if case .variables = origin { plan.warnings += otherHolders(of: request.subjects) }
        plan.cannotUndo.append(
            "the code: what reads the new place must be taken back by you before a rollback takes the place away")
        return finished(plan)
    }

    /// What stands behind the functions' first change: the wait, the look, the typed removal.
    private func close(_ plan: inout Plan, _ origin: MoveOrigin, _ replicas: SettingChange?) {
        let subject = plan.subject
        plan.closing = [
            PlanStep(
                .awaitCode, subject, call: "waits until the code reads \(plan.move?.place.text ?? "the new place")"),
            PlanStep(
                .checkUnread, subject,
                call: "cloudtrail:LookupEvents for reads of the old and the new place; both values compared"),
            PlanStep(.confirmRemoval, subject, call: "waits until '\(plan.removedName)' is typed")
        ]
        for removal in plan.move?.removals ?? [] where !removal.variables.isEmpty {
            let names = removal.variables.map(\.name).joined(separator: " ")
            plan.closing.append(
                PlanStep(
                    .removeVariables, .function(name: removal.function),
                    call:
                        "lambda:UpdateFunctionConfiguration \(removal.function) Environment=<redacted; removed: \(names)>"
                ))
            for route in plan.lanes.first(where: { $0.function == removal.function })?.routes ?? [] {
                plan.closing.append(
                    PlanStep(
                        .releaseRemoval, .alias(function: removal.function, name: route.alias),
                        call: "lambda:PublishVersion, UpdateAlias \(removal.function):\(route.alias) without \(names)"))
            }
        }
        switch origin {
        case .variables: break
        case .parameter(let name, _):
            plan.closing.append(
                PlanStep(
                    .deleteParameter, .parameter(name: name), call: "ssm:DeleteParameter \(name)", undo: .automatic))
            plan.cannotUndo.append("the history of \(name): a rollback makes the parameter anew with its value")
        case .secret(let name, _, _):
            if let replicas {
                // A secret that has replicas cannot be deleted.
                plan.change = plan.change ?? PlannedChange()
                plan.change?.settings.append(replicas)
                plan.closing.append(
                    PlanStep(.changeReplicas, .secret(name: name), call: SetPlanner.words(replicas, name)))
                plan.warnings.append(
                    "its replicas go with it, \(replicas.from): who reads them in their regions is not looked at")
            }
            plan.closing.append(
                PlanStep(
                    .deleteSecret, .secret(name: name),
                    call: "secretsmanager:DeleteSecret \(name) RecoveryWindowInDays=30"))
        }
    }

    /// That a secret's replicas go; nil if there are none.
    private func replicas(_ origin: MoveOrigin, _ stores: any StoreChanging) async throws(CallFailure) -> SettingChange?
    {
        guard case .secret(let name, let state, _) = origin, !state.replicas.isEmpty else { return nil }
        let there = try await stores.setting(.replicas, of: .secret(name: name))
        let gone = (StoreSetting.members(there) ?? [:]).mapValues { _ in String?.none }
        return SettingChange(.replicas, from: there, to: StoreSetting.text(gone))
    }

    private func removal(_ function: String, _ origin: MoveOrigin, _ subject: Reference) -> PlannedMove.Removal {
        switch origin {
        case .variables(_, let names, let areCiphertexts):
            let holding: PlannedMove.Removal.Variable.Holding = areCiphertexts ? .ciphertext : .value
            return PlannedMove.Removal(
                function: function,
                variables: names.map { .init(name: $0, holding, pointer: names.count > 1 ? "/\($0)" : nil) })
        case .parameter, .secret:
            let row = facts.functions.first { $0.common.reference == .function(name: function) }
            let names = (row?.variables ?? []).filter { $0.of?.withoutPointer == subject.withoutPointer }.map(\.name)
            return PlannedMove.Removal(function: function, variables: names.map { .init(name: $0, .name) })
        }
    }

    /// Functions that hold the same literal and are not part of the move.
    private func otherHolders(of subjects: [Reference]) -> [String] {
        var prints: [String: String] = [:]
        for case .variable(let function, _, let name) in subjects {
            let row = facts.functions.first { $0.common.reference == .function(name: function) }
            guard let print = row?.variables.first(where: { $0.name == name })?.fingerprint else { continue }
            prints[print.hex] = name
        }
        return facts.functions.flatMap { row -> [String] in
            guard case .function(let other, _) = row.common.reference else { return [] }
            return row.variables.compactMap { variable in
                guard let print = variable.fingerprint, prints[print.hex] != nil,
                    !subjects.contains(.variable(function: other, name: variable.name))
                else { return nil }
                return "env:\(other)/\(variable.name) holds the same value and keeps it: move it too"
            }
        }
    }

    private func languages(_ functions: [String]) -> [String] {
        let runtimes = facts.functions.filter { row in
            if case .function(let name, _) = row.common.reference { functions.contains(name) } else { false }
        }.compactMap(\.runtime)
        return Array(Set(runtimes.map { CodeLanguage(runtime: $0).rawValue })).sorted()
    }

    private static func monthly(_ request: MoveRequest) -> Double {
        switch request.destination {
        case .environment, .kms: 0
        case .parameter: request.tier == "Advanced" ? AWSFact.advancedParameterMonth.value : 0
        case .secret: AWSFact.secretMonth.value
        }
    }

    private static func keyARN(_ key: String?, _ stores: any StoreChanging) async throws(CallFailure) -> String? {
        guard let key else { return nil }
        return try await stores.keyARN(key)
    }
}
