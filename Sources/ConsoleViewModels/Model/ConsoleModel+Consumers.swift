import Inventory

/// Who uses what: from the key and from the prompt.
extension ConsoleModel {
    /// What is selected, as something that others may use.
    var selectedThing: Reference? {
        switch screen {
        case .list(let kind): list(kind).selected?.common.reference
        case .detail(let reference):
            switch detail(reference)?.selected {
            case .variable(let variable, _, _):
                if case .function(let name, let qualifier) = reference {
                    .variable(function: name, qualifier: qualifier, name: variable.name)
                } else {
                    reference
                }
            case .line(let line): line.link ?? reference
            case .value, .facts, .title, .variablesTitle, .problem, .blank, nil: reference
            }
        case .report(let topic): reports[topic]?.selected?.link?.reference
        case .resources, .context, .commandLog, .firstRun: nil
        }
    }

    /// What the selected variable names: it is that which others use, and not its name.
    private var namedThing: Reference? {
        guard case .detail(let reference) = screen,
            case .variable(let variable, _, _)? = detail(reference)?.selected
        else { return nil }
        return variable.of
    }

    mutating func openUsedBy() {
        guard let thing = namedThing ?? selectedThing else {
            message = Notice(.warning, "nothing is selected that others could use")
            return
        }
        // Of a function it is what it reads that one asks for.
        if case .function(let name, _) = thing {
            visit(.report(.reach(.function(name: name))))
        } else {
            visit(.report(.usedBy(thing)))
        }
    }

    /// `usedby REF`, `reach REF`, `access REF`; without a reference, for what is selected.
    mutating func runConsumers(_ argument: String, _ topic: (Reference) -> ReportTopic) {
        let reference: Reference?
        if argument.isEmpty {
            reference = selectedThing
        } else {
            do throws(ReferenceError) { reference = try Reference(parsing: argument) } catch {
                message = Notice(.warning, "\(error)")
                return
            }
        }
        guard let reference else {
            message = Notice(.warning, "say of what, as in secret:NAME or fn:NAME")
            return
        }
        visit(.report(topic(reference)))
    }
}
