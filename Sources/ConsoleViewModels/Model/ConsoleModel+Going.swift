import Inventory

/// From one screen to another.
extension ConsoleModel {
    /// Goes to a screen and asks for what it shows.
    mutating func visit(_ screen: Screen) {
        closeCurtain(.screenChanged)
        trail.visit(screen)
        arrived()
    }

    mutating func arrived() {
        closeCurtain(.screenChanged)
        overlay = .none
        passing = nil
        cancelUnseenDetails()
        switch screen {
        case .list(let kind):
            self.kind = kind
            resourcesCursor = Self.index(of: kind)
            loadIfUnasked(kind)
            lookAhead()
        case .detail(let reference):
            glimpseDue = nil
            loadDetail(reference)
            selectWantedVariable()
        case .report(let topic):
            if topic == .timeline { order(.look) }
            openReport(topic)
            lookAhead()
        case .resources, .context, .commandLog, .firstRun: glimpseDue = nil
        }
        clampAll()
    }

    mutating func goToPane(_ step: Int) {
        let layout = self.layout
        let kinds = layout.panes.map(\.kind)
        guard kinds.count > 1, let place = kinds.firstIndex(of: ConsoleLayout.paneKind(of: screen)) else {
            let all = ResourceKind.allCases
            let next = (Self.index(of: kind) + step + all.count) % all.count
            return visit(.list(all[next]))
        }
        switch kinds[(place + step + kinds.count) % kinds.count] {
        case .resources: visit(.resources)
        case .context: visit(.context)
        case .list: visit(.list(kind))
        case .detail: openDetailPane()
        case .log: visit(.commandLog)
        case .pulses: visit(.report(.pulses))
        case .plan: visit(.report(.plan))
        case .timeline: visit(.report(.timeline))
        case .report: break
        case .firstRun: visit(.firstRun)
        }
    }

    mutating func openDetailPane() {
        if screen.isDetail { return }
        guard let reference = detailInView else { return refuse(.nothingSelected) }
        visit(.detail(reference))
    }

    mutating func open() {
        switch screen {
        case .resources: visit(.list(ResourceKind.allCases[resourcesCursor]))
        case .list: openDetailPane()
        case .detail(let reference):
            if let link = detail(reference)?.selected?.link { open(link) } else { refuse(.nothingToOpen) }
        case .report(let topic):
            if let link = reports[topic]?.selected?.link { follow(link) } else { refuse(.nothingToOpen) }
        case .context, .commandLog, .firstRun: break
        }
    }

    /// Opens what a reference names: from a link, the `:` line or the start of the program.
    mutating func open(_ reference: Reference) {
        guard reference.listKind != nil else { return openUnlisted(reference) }
        if case .variable(_, _, let name) = reference { wantedVariable = name }
        if let screen = reference.screen { visit(.detail(screen)) }
    }

    /// What is in no list has no detail: of who reads it is shown what that may be.
    private mutating func openUnlisted(_ reference: Reference) {
        switch reference {
        case .role, .user, .stack: visit(.report(.reach(reference)))
        case .accessKey:
            message = Notice(
                .warning, "there is no screen for an access key: curtain incident triage \(reference.text) tells of it")
        case .eventSourceMapping, .function, .variable, .parameter, .secret, .key, .alias, .functionURL:
            message = Notice(.warning, "there is no screen for \(reference.text)")
        }
    }

    mutating func selectWantedVariable() {
        guard let name = wantedVariable, case .detail(let reference) = screen else { return }
        let height = layout.height(of: .detail)
        if details[reference]?.select(variable: name, height: height) == true {
            wantedVariable = nil
        } else if case .whole? = details[reference]?.state {
            wantedVariable = nil
            message = Notice(.warning, "\(reference.text) has no variable \(name)")
        }
    }

    mutating func back() {
        switch screen {
        case .list(let kind):
            if lastKeyWasEscape {
                if list(kind).filter != .none { applyFilter("") }
            } else {
                quit()
            }
        case .firstRun: quit()
        case .resources, .context, .detail, .commandLog, .report:
            if trail.goBack() { arrived() } else { visit(.list(kind)) }
        }
    }
}

extension Reference {
    /// The thing whose detail screen shows it; nil if there is none.
    var screen: Reference? {
        switch self {
        case .variable(let function, let qualifier, _): .function(name: function, qualifier: qualifier)
        case .secret(let name, let version, _): .secret(name: name, version: version)
        case .alias, .functionURL: ofRow
        case .function, .parameter, .key: self
        case .role, .user, .accessKey, .eventSourceMapping, .stack: nil
        }
    }
}
