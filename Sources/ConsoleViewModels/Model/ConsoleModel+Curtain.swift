import ForeignText
import Inventory

/// Opening and closing the one value.
extension ConsoleModel {
    /// What `x` would reveal here.
    var revealTarget: Reference? {
        switch screen {
        case .list(let kind):
            guard let row = list(kind).selected?.common.reference, row.namesValue else { return nil }
            return row
        case .detail(let reference):
            if case .variable(_, let variable, _) = detail(reference)?.selected { return variable }
            return reference.namesValue ? reference : nil
        case .resources, .context, .commandLog, .report, .firstRun: return nil
        }
    }

    /// `x`: masks what is open, else asks for the note.
    mutating func toggleReveal() {
        if curtain.value != nil {
            closeValue(.asked)
        } else if let target = revealTarget {
            ask(target, pointer: nil)
        }
    }

    /// Opens the note prompt. Nothing is asked for yet.
    mutating func ask(_ reference: Reference, pointer: String?) {
        if share.isOn { return refuse(.shareMode) }
        if isReadOnly { return refuse(.readOnly) }
        closeCurtain(.replaced)
        overlay = .none
        message = nil
        curtain = .asking(
            NoteDialog(
                reference: reference, pointer: pointer, title: title(of: reference, pointer: pointer),
                facts: facts(of: reference), minimum: settings.noteMinimum,
                held: heldNotes.note(
                    for: reference, pointer, at: now.monotonic, minutes: settings.noteHoldsMinutes)))
    }

    mutating func refuse(_ reason: DisabledReason) {
        message = Notice(.warning, reason.words)
    }

    /// The note is there: ask for the value.
    mutating func fetch(_ reference: Reference, pointer: String?, note: String, among choice: FieldChoice?) {
        let note = ForeignText.visible(TextField(note).trimmed)
        guard !note.isEmpty, !share.isOn, !isReadOnly else { return }
        let request = RevealRequest(
            ticket: RevealTicket(number: nextTicket), reference: reference, pointer: pointer, note: note)
        nextTicket += 1
        heldNotes.keep(note, for: reference, pointer, at: now.monotonic)
        curtain = .fetching(request, among: choice)
        emit(.reveal(request))
    }

    /// The answer. One that nobody waits for any more is wiped.
    mutating func revealed(_ ticket: RevealTicket, _ content: RevealedContent) {
        guard case .fetching(let request, let choice) = curtain, request.ticket == ticket else {
            if case .value(let bytes, _, _) = content { bytes.shut() }
            return
        }
        let deadline = now.monotonic + Double(settings.revealSeconds)
        let title = title(of: request.reference, pointer: request.pointer)
        switch content {
        case .value(let bytes, let form, let version):
            let value = ShownValue(
                ticket: ticket, reference: request.reference, title: title, bytes: bytes, form: form,
                version: version.map(ForeignText.visible), deadline: deadline,
                wallDeadline: now.wall + Double(settings.revealSeconds))
            curtain = .revealed(value, among: choice)
        case .fields(let fields, _):
            let visible = fields.map {
                RevealedContent.Field(pointer: $0.pointer, name: ForeignText.visible($0.name), size: $0.size)
            }
            curtain = .choosing(FieldChoice(request: request, title: title, fields: visible, deadline: deadline))
        }
    }

    mutating func revealFailed(_ ticket: RevealTicket, _ problem: Problem) {
        guard case .fetching(let request, let choice) = curtain, request.ticket == ticket else { return }
        if let choice { emit(.maskRevealed(choice.request.ticket, .failure)) }
        curtain = .closed
        message = Notice(.failure, problem.visible.line)
        noteSession(problem.visible)
    }

    /// Closes everything that is open, being fetched or being asked for.
    mutating func closeCurtain(_ reason: MaskReason) {
        switch curtain {
        case .closed: return
        case .asking: if reason.sparesPrompt { return }
        case .fetching(let request, let choice):
            // What fails elsewhere says nothing about the answer that is awaited.
            if reason == .failure { return }
            emit(.cancelReveal(request.ticket, reason))
            if let choice { emit(.maskRevealed(choice.request.ticket, reason)) }
        case .choosing(let choice): emit(.maskRevealed(choice.request.ticket, reason))
        case .revealed(let value, let choice):
            value.bytes.shut()
            emit(.maskRevealed(value.ticket, reason))
            if let choice { emit(.maskRevealed(choice.request.ticket, reason)) }
            message = Notice(.information, reason.words)
        }
        curtain = .closed
    }

    /// Closes the value; the fields of a JSON secret stay, closed, for as long again.
    mutating func closeValue(_ reason: MaskReason) {
        guard case .revealed(let value, var choice?) = curtain else { return closeCurtain(reason) }
        value.bytes.shut()
        emit(.maskRevealed(value.ticket, reason))
        choice.deadline = now.monotonic + Double(settings.revealSeconds)
        curtain = .choosing(choice)
        message = Notice(.information, reason.words)
    }

    /// `X`: closes all that is open and all prompts, and takes back what was copied.
    mutating func maskAll() {
        closeCurtain(.maskAll)
        closeForm()
        overlay = .none
        message = Notice(.information, MaskReason.maskAll.words)
        emit(.clearClipboard)
    }

    // MARK: words

    /// What a reference names, in words for a title. Never a value.
    public func title(of reference: Reference, pointer: String? = nil) -> String {
        let name: String
        switch reference {
        case .variable(let function, let qualifier, let variable):
            name = "\(function)\(qualifier.map { "@\($0)" } ?? "") : \(variable)"
        case .parameter(let parameter, let selector): name = parameter + (selector.map { ":\($0)" } ?? "")
        case .secret(let secret, let version, _): name = secret + (version.map { "@\($0)" } ?? "")
        case .function(let function, let qualifier): name = function + (qualifier.map { "@\($0)" } ?? "")
        case .key(let id): name = id
        case .role, .user, .accessKey, .alias, .eventSourceMapping, .functionURL, .stack: name = reference.text
        }
        return ForeignText.visible(name + (pointer.map { " #\($0)" } ?? ""))
    }

    /// What is known of it without its value.
    private func facts(of reference: Reference) -> String {
        guard let kind = reference.listKind, let rowReference = reference.ofRow else { return "" }
        let row = details[rowReference]?.row ?? list(kind).row(of: rowReference)
        switch row {
        case .function(let function):
            guard case .variable(_, let qualifier, let name) = reference,
                let variable = function.variables.first(where: { $0.name == name })
            else { return "" }
            return "\(qualifier ?? "$LATEST"), \(variable.source.words), \(variable.size.rawValue)"
        case .parameter(let parameter):
            return [parameter.type, parameter.version.map { "version \($0)" }].compactMap(\.self).joined(
                separator: ", ")
        case .secret(let secret): return "versions \(secret.stageWords)"
        case .key, nil: return ""
        }
    }
}

extension MaskReason {
    /// A note that is being typed holds no value: it survives what only threatens one.
    var sparesPrompt: Bool {
        switch self {
        case .resized, .focusLost, .failure, .suspended, .deadline: true
        case .asked, .moved, .screenChanged, .idle, .quit, .maskAll, .shareMode, .readOnlyMode, .replaced,
            .terminalLost:
            false
        }
    }
}

extension FunctionRow.Variable.Source {
    /// The words of the SOURCE column.
    public var words: String {
        switch self {
        case .literal: "literal"
        case .secret: "Secrets Manager"
        case .parameter: "Parameter Store"
        case .ciphertext: "KMS ciphertext"
        case .plain: "plain setting"
        case .unknown: "not classified"
        }
    }
}
