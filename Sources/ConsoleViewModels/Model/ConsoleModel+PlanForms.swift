import ForeignText
import Inventory
import TerminalCanvas

/// The forms of plans: what is wished for.
extension ConsoleModel {
    /// What a new value is for, or a new start, if the thing is one of these.
    func rotatable(_ reference: Reference?) -> Reference? {
        switch reference {
        case .function(let name, _): .function(name: name)
        case .secret(let name, _, let pointer): .secret(name: name, pointer: pointer)
        case .parameter(let name, _): .parameter(name: name)
        case .variable(let function, _, let name): source(of: .variable(function: function, name: name))
        case .key, .role, .user, .accessKey, .alias, .eventSourceMapping, .functionURL, .stack, nil: nil
        }
    }

    /// A variable that names a secret or parameter has no value of its own: that is what gets the new one.
    private func source(of variable: Reference) -> Reference {
        guard case .variable(_, _, let name) = variable, let row = variable.ofRow,
            case .function(let function) = details[row]?.row ?? list(.function).row(of: row),
            let target = function.variables.first(where: { $0.name == name })?.of
        else { return variable }
        switch target {
        case .secret(let name, _, let pointer): return .secret(name: name, pointer: pointer)
        case .parameter(let name, _): return .parameter(name: name)
        case .function, .variable, .key, .role, .user, .accessKey, .alias, .eventSourceMapping, .functionURL, .stack:
            return variable
        }
    }

    mutating func askRotation(_ thing: Reference?) {
        let marked = markedFunctions
        if !marked.isEmpty { return openRedeploy(marked) }
        switch rotatable(thing) {
        case .function(let name, _)?: openRedeploy([name])
        case let subject?: openRotation(subject)
        case nil: refuse(.nothingToRotate)
        }
    }

    private var markedFunctions: [String] {
        guard case .list(.function) = screen else { return [] }
        return list(.function).markedRows.map(\.common.name)
    }

    private mutating func openRotation(_ subject: Reference) { open(.rotation(subject)) }

    mutating func openSet(_ subject: Reference) { open(.setting(subject)) }

    /// With the answers that led to no plan, if these were given for the same thing.
    private mutating func open(_ form: Form) {
        let former = planForm.flatMap { $0.failed && $0.form.purpose == form.purpose ? $0.form : nil }
        overlay = .form(former ?? form)
    }

    mutating func openRedeploy(_ names: [String]) {
        let what = names.count == 1 ? names[0] : "\(names.count) functions"
        open(
            Form(
                .redeploy(names), title: "Plan to start \(what) anew",
                lines: [
                    "No value changes. Each function gets one more variable, so that its sandboxes start anew and read "
                        + "their secrets once more; aliases follow by canary. Nothing is changed before you apply it."
                ], fields: Form.rolloutFields(of: nil), verb: "Make the plan"))
    }
}
