import Inventory
import TerminalCanvas

/// The `:` line: typing, completing, carrying out.
extension ConsoleModel {
    mutating func take(_ key: Key, in prompt: CommandPrompt) {
        var prompt = prompt
        switch key {
        case .escape:
            overlay = .none
            return
        case .enter:
            overlay = .none
            run(prompt.field.trimmed)
            return
        case .backspace where prompt.field.isEmpty:
            overlay = .none
            return
        case .tab: prompt.field.set(prompt.field.text + prompt.ghost)
        case .right where prompt.field.cursor == prompt.field.characters.count:
            prompt.field.set(prompt.field.text + prompt.ghost)
        case .up, .control("p"): recall(&prompt, older: true)
        case .down, .control("n"): recall(&prompt, older: false)
        default: _ = prompt.field.handle(key)
        }
        prompt.problem = nil
        complete(&prompt)
        overlay = .command(prompt)
    }

    private func recall(_ prompt: inout CommandPrompt, older: Bool) {
        let count = commandHistory.count
        let place = (prompt.historyPlace ?? count) + (older ? -1 : 1)
        guard count > 0, place >= 0 else { return }
        prompt.historyPlace = place < count ? place : nil
        prompt.field.set(place < count ? commandHistory[place] : "")
    }

    // MARK: completing

    func complete(_ prompt: inout CommandPrompt) {
        prompt.ghost = ""
        let text = prompt.field.text
        guard !text.isEmpty, prompt.field.cursor == prompt.field.characters.count else { return }
        let word = String(text.split(separator: " ", omittingEmptySubsequences: false).last ?? "")
        let candidate: String?
        if word.count == text.count {
            candidate = commandName(beginning: word) ?? reference(beginning: word)
        } else {
            candidate = argument(beginning: word, of: Command.named(String(text.prefix { $0 != " " })))
        }
        if let candidate, candidate.hasPrefix(word) { prompt.ghost = String(candidate.dropFirst(word.count)) }
    }

    private func commandName(beginning word: String) -> String? {
        Command.table.first { $0.name.hasPrefix(word) }?.name
            ?? Command.table.flatMap(\.aliases).first { $0.hasPrefix(word) }
    }

    private func argument(beginning word: String, of command: Command?) -> String? {
        guard !word.isEmpty, let command else { return nil }
        switch command.argument {
        case .none, .filter: return nil
        case .onOff: return ["on", "off"].first { $0.hasPrefix(word) }
        case .days: return nil
        case .columns:
            return (ListColumn.columns(of: kind, wide: true).map(\.word) + ["default"]).first { $0.hasPrefix(word) }
        case .filterName: return savedFilters.map(\.name).first { $0.hasPrefix(word) }
        case .theme: return (settings.themes + ["auto"]).first { $0.hasPrefix(word) }
        case .function:
            return reference(beginning: word) ?? list(.function).firstName(withPrefix: word)?.common.name
        case .reference: return reference(beginning: word)
        case .file: return nil
        case .profile: return settings.profiles.first { $0.hasPrefix(word) }
        case .region: return settings.regions.first { $0.hasPrefix(word) }
        case .incidentWord:
            return ["open", "attach", "detach", "note", "decision", "todo", "watch", "close", "list"].first {
                $0.hasPrefix(word)
            }
        case .containment:
            return ContainmentWord.allCases.map(\.rawValue).first { $0.hasPrefix(word) } ?? reference(beginning: word)
        case .severity: return Severity.allCases.map(\.rawValue).first { $0.hasPrefix(word) }
        case .plan: return knownPlans.first { $0.hasPrefix(word) }
        case .column:
            return ListColumn.columns(of: kind, wide: true).map(\.word).first { $0.hasPrefix(word) }
        }
    }

    /// The first thing of the lists whose reference begins so.
    private func reference(beginning word: String) -> String? {
        guard let colon = word.firstIndex(of: ":") else { return nil }
        let rest = String(word[word.index(after: colon)...])
        if word.hasPrefix("env:") {
            guard let slash = rest.firstIndex(of: "/") else {
                guard let row = list(.function).firstName(withPrefix: rest) else { return nil }
                return "env:" + row.common.reference.text.dropFirst(3) + "/"
            }
            guard let row = list(.function).row(of: .function(name: String(rest[..<slash]))),
                case .function(let function) = row
            else { return nil }
            return function.variables.lazy.map { function.reference(of: $0).text }.first { $0.hasPrefix(word) }
        }
        guard let kind = ResourceKind(word: String(word[..<colon])), word.hasPrefix(kind.prefix + ":") else {
            return nil
        }
        return list(kind).firstName(withPrefix: rest)?.common.reference.text
    }

    // MARK: carrying out

    /// Carries out a line of the prompt: a command, or a reference to open.
    mutating func run(_ line: String) {
        let line = line.hasPrefix(":") ? String(line.dropFirst()) : line
        guard !line.isEmpty else { return }
        let word = String(line.prefix { $0 != " " })
        let argument = TextField(String(line.dropFirst(word.count))).trimmed
        if word.hasPrefix("@"), word.count > 1 { return reopen(profile: String(word.dropFirst()), region: nil) }
        guard let command = Command.named(word) else { return runReference(line) }
        // What closes is never refused.
        if command.argument == .none, !argument.isEmpty, command.verb != .mask, command.verb != .quit {
            message = Notice(.warning, "\(command.name) takes nothing after it")
            return
        }
        switch command.argument {
        // What follows may be a note, and a note is in no history.
        case .reference, .function, .incidentWord, .containment: break
        case .severity, .plan, .file, .profile, .region, .none, .filter, .onOff, .column, .days, .columns, .filterName,
            .theme:
            remember(line)
        }
        switch command.verb {
        case .list(let kind): showList(kind, filter: argument)
        case .open: runReference(argument)
        case .reveal: runReveal(argument)
        case .mask: maskAll()
        case .share:
            onOff(argument) { model, on in
                if on { model.turnShareOn(reason: ":share on") } else if model.share.isOn { model.toggleShare() }
            }
        case .readOnly: onOff(argument) { model, on in model.turnReadOnly(on: on) }
        case .sort: runSort(argument)
        case .refresh: perform(.refresh)
        case .columns: runColumns(argument)
        case .filter: runFilter(argument)
        case .saveFilter: runSaveFilter(argument)
        case .forgetFilter: forgetFilter(argument)
        case .theme: runTheme(argument)
        case .pulses: visit(.report(.pulses))
        case .stale: runStale(argument)
        case .duplicates: visit(.report(.duplicates))
        case .connections: runConnections(argument)
        case .usedBy: runConsumers(argument) { .usedBy($0) }
        case .reach: runConsumers(argument) { .reach($0) }
        case .drift: visit(.report(.drift))
        case .access: runConsumers(argument) { .access($0) }
        case .plan: perform(.planPane, orRefuse: keyContext)
        case .plans: visit(.report(.plans))
        case .profile: reopen(profile: argument, region: nil)
        case .region: reopen(profile: nil, region: argument)
        case .json: argument.isEmpty ? openJSON() : runConsumers(argument) { .json($0) }
        case .audit: visit(.report(.audit))
        case .doctor: visit(.report(.doctor))
        case .export: runExport(argument)
        case .incident: runIncident(argument)
        case .contain: runContain(argument)
        case .check: runCheck(argument)
        case .cost: visit(.report(.cost))
        case .stores: runStores(argument)
        case .rotate: runRotate(argument)
        case .set: runSet(argument)
        case .redeploy: runRedeploy(argument)
        case .stop: stopPlan()
        case .run(let command): runPlanCommand(command, argument)
        case .timeline: perform(.timelinePane, orRefuse: keyContext)
        case .resources: visit(.resources)
        case .context: visit(.context)
        case .log: visit(.commandLog)
        case .logs: openLog(argument)
        case .help: overlay = .help(HelpModel(context: keyContext))
        case .login: offerSignIn()
        case .quit: quit()
        }
    }

    /// Only lines that were understood are kept; none of them can hold a note or a value.
    private mutating func remember(_ line: String) {
        commandHistory.removeAll { $0 == line }
        commandHistory.append(line)
        if commandHistory.count > 100 { commandHistory.removeFirst() }
    }

    private mutating func runReference(_ text: String) {
        do {
            let reference = try Reference(parsing: text)
            remember(text)
            open(reference)
            if let notice = strangeness(of: text) { message = notice }
        } catch {
            // The text is not repeated: what was pasted into the wrong place may be a value.
            message = Notice(.warning, "neither a command nor a reference: \(error.message)")
        }
    }

    private mutating func showList(_ kind: ResourceKind, filter: String) {
        visit(.list(kind))
        guard !filter.isEmpty else { return }
        let text =
            filter.hasPrefix("/")
            ? String(filter.dropFirst()) : filter.contains("=") && !filter.hasPrefix("-") ? "-l \(filter)" : filter
        applyFilter(text)
    }

    /// `reveal REF`, or `reveal FUNCTION VARIABLE`.
    private mutating func runReveal(_ argument: String) {
        let words = argument.split(separator: " ").map(String.init)
        let target: Reference
        do {
            target =
                words.count == 2 && !words[0].contains(":")
                ? .variable(function: words[0], name: words[1]) : try Reference(parsing: argument)
        } catch {
            message = Notice(.warning, "reveal what? A reference is needed (\(error.message))")
            return
        }
        guard target.namesValue else {
            message = Notice(.warning, "\(target.text) has no value of its own")
            return
        }
        remember("reveal \(target.text)")
        open(target)
        if case .secret(let name, let version, let pointer) = target {
            ask(.secret(name: name, version: version), pointer: pointer)
        } else {
            ask(target, pointer: nil)
        }
    }

    private mutating func runStale(_ argument: String) {
        guard let days = argument.isEmpty ? 365 : Int(argument), days >= 0, days <= 36_500 else {
            message = Notice(.warning, "say how many days: a whole number")
            return
        }
        visit(.report(.stale(days: days)))
    }

    /// `xray NAME`, `xray fn NAME` as k9s has it, or `xray REF`; without a name, of what is selected. What hangs together
    /// is seen from a function down to the key; from anything else, up to who uses it.
    private mutating func runConnections(_ argument: String) {
        let word = String(argument.split(separator: " ").last ?? "")
        let reference: Reference?
        do throws(ReferenceError) {
            reference = try word.isEmpty ? selectedThing : Self.reference(word)
        } catch {
            message = Notice(.warning, "\(error)")
            return
        }
        guard let reference else {
            message = Notice(.warning, "say of what, as in xray FUNCTION or xray secret:NAME")
            return
        }
        remember("xray \(reference.text)")
        guard case .function = reference, let row = reference.ofRow else {
            return visit(.report(.usedBy(reference)))
        }
        if case .whole = list(.function).state, list(.function).row(of: row) == nil {
            message = Notice(.warning, "there is no \(row.text) among the functions")
            return
        }
        visit(.report(.connections(row)))
    }

    /// A reference, or the bare name of a function.
    private static func reference(_ word: String) throws(ReferenceError) -> Reference {
        word.contains(":") || word.hasPrefix("/") ? try Reference(parsing: word) : .function(name: word)
    }

    private mutating func onOff(_ argument: String, _ body: (inout ConsoleModel, Bool) -> Void) {
        switch argument {
        case "on": body(&self, true)
        case "off": body(&self, false)
        default: message = Notice(.warning, "say on or off")
        }
    }

    private mutating func runSort(_ argument: String) {
        let columns = ListColumn.columns(of: kind, wide: true)
        guard let column = ListColumn(word: argument), columns.contains(column) else {
            message = Notice(.warning, "sort by one of \(columns.map(\.word).joined(separator: ", "))")
            return
        }
        sort(by: column)
    }
}
