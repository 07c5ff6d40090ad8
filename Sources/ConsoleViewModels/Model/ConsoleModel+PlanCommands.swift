import Inventory

/// Plans from the `:` line, and from the line of a report.
extension ConsoleModel {
    /// `rotate REF`; without one, for what is selected.
    mutating func runRotate(_ argument: String) {
        if isReadOnly || share.isOn { return refuse(share.isOn ? .changesShared : .changesReadOnly) }
        if planWish != nil { return refuse(.planMaking) }
        guard !argument.isEmpty else { return askRotation(selectedThing) }
        do throws(ReferenceError) { askRotation(try Reference(parsing: argument)) } catch {
            message = Notice(.warning, "rotate what? A reference is needed (\(error.message))")
        }
    }

    /// `set REF`; without one, for what is selected. A variable is set itself, also where it only names a thing.
    mutating func runSet(_ argument: String) {
        if isReadOnly || share.isOn { return refuse(share.isOn ? .changesShared : .changesReadOnly) }
        if planWish != nil { return refuse(.planMaking) }
        let reference = argument.isEmpty ? selectedThing : try? Reference(parsing: argument)
        switch reference {
        case .secret(let name, _, let pointer)?: openSet(.secret(name: name, pointer: pointer))
        case .parameter(let name, _)?: openSet(.parameter(name: name))
        case .variable(let function, _, let name)?: openSet(.variable(function: function, name: name))
        case .function, .key, .role, .user, .accessKey, .alias, .eventSourceMapping, .functionURL, .stack, nil:
            message = Notice(.warning, "set what? A secret, a parameter or a variable has a value")
        }
    }

    /// The plan that follows a finding, or mends what has drifted: asked for where something is left to be said.
    mutating func follow(_ work: FollowingPlan.Work) {
        switch work {
        case .rotate(let subject): return runRotate(subject.text)
        case .redeploy(let function): return runRedeploy(function.text)
        case .set(let subject): return runSet(subject.text)
        case .move, .delete, .restore, .dropPolicies, .resolveAnew: break
        }
        if isReadOnly || share.isOn { return refuse(share.isOn ? .changesShared : .changesReadOnly) }
        if planWish != nil { return refuse(.planMaking) }
        wish(.follow(work))
    }

    /// `redeploy NAME` or `redeploy fn:NAME`
    mutating func runRedeploy(_ argument: String) {
        if isReadOnly || share.isOn { return refuse(share.isOn ? .changesShared : .changesReadOnly) }
        if planWish != nil { return refuse(.planMaking) }
        let reference =
            argument.isEmpty
            ? selectedThing : argument.contains(":") ? try? Reference(parsing: argument) : .function(name: argument)
        guard case .function(let name, _)? = reference else {
            message = Notice(.warning, "redeploy which function? As in redeploy NAME")
            return
        }
        openRedeploy([name])
    }

    /// `apply PLAN`, `resume PLAN`…; without an id, the plan on the screen.
    mutating func runPlanCommand(_ command: PlanCommand, _ argument: String) {
        guard let id = argument.isEmpty ? planInView : argument else {
            message = Notice(.warning, "which plan? :plans lists them")
            return
        }
        // What is on the disk now decides, not what was read a while ago.
        sheets[id] = nil
        askRun(command, of: id)
    }
}
