import ForeignText
import Inventory

extension ConsoleModel {
    mutating func take(_ event: ConsoleEvent) {
        switch event {
        case .key(let key):
            lastKey = now.monotonic
            take(key)
        case .paste(let bytes):
            lastKey = now.monotonic
            paste(bytes)
        case .pointed(let pane, let line, let opens):
            lastKey = now.monotonic
            point(pane, line: line, opens: opens)
        case .clicked(let row, let column):
            lastKey = now.monotonic
            click(row: row, column: column)
        case .scrolled(let lines):
            lastKey = now.monotonic
            guard overlay == .none, curtain.isClosed else { break }
            move(by: lines)
        case .resize(let columns, let rows): resize(columns: columns, rows: rows)
        case .tick: tick()
        case .identity(let identity): take(identity)
        case .identityFailed(let problem): identityFailed(problem)
        case .rows(let kind, let generation, let page):
            _ = updateList(kind) { list, height in list.take(page, generation: generation, height: height) }
            lookAhead()
        case .rowsChanged(let kind, let generation, let rows):
            updateList(kind) { list, _ in list.fill(rows, generation: generation) }
            if case .whole = list(kind).state { survey(kind) }
        case .listFinished(let kind, let generation): finishList(kind, generation: generation)
        case .listFailed(let kind, let generation, let problem): failList(kind, generation: generation, problem)
        case .sorted(let result): take(result)
        case .tagged(let kind, let tags): take(tags, of: kind)
        case .surveyed(let result): take(result)
        case .answered(let topic, let answer): answered(topic, answer)
        case .pushed(let topic, let report): pushed(topic, report)
        case .planMade(let id, let wish, let unseen): planMade(id, wish, unseen: unseen)
        case .planFailed(let wish, let problem): planFailed(wish, problem)
        case .planFollowed(let follow): take(follow)
        case .planRefused(let problem): planRefused(problem)
        case .plansWaiting(let ids): sayWaiting(ids)
        case .signInInvited(let invitation): invited(invitation)
        case .signedIn(let words): signedIn(words)
        case .signInFailed(let problem): signInFailed(problem)
        case .mfaAsked(let serial): askMFA(serial)
        case .detailLoaded(let reference, let generation, let detail):
            detailLoaded(reference, generation: generation, detail)
        case .detailFailed(let reference, let generation, let problem):
            detailFailed(reference, generation: generation, problem)
        case .revealed(let ticket, let content): revealed(ticket, content)
        case .revealFailed(let ticket, let problem): revealFailed(ticket, problem)
        case .modeRecorded(let change): modeRecorded(change)
        case .modeRecordFailed(let change, let problem): modeRecordFailed(change, problem)
        case .callRecorded(let line):
            log.append(line, height: layout.height(of: .log))
            if line.isFailure, layout.pane(.pulses) != nil { answer(.pulses) }
        case .timelineChanged(let sheet): timelineChanged(sheet)
        case .watched(let sheet): watched(sheet)
        case .incidentGrown: order(.look)
        case .containmentPrepared(let sheet): containmentPrepared(sheet)
        case .incidentFailed(let problem): message = Notice(.failure, problem.visible.line)
        case .filtersLoaded(let filters):
            savedFilters = filters.map {
                SavedFilter(name: ForeignText.visible($0.name), kind: $0.kind, text: ForeignText.visible($0.text))
            }
        case .focusLost: closeCurtain(.focusLost)
        case .willSuspend: suspend(asked: false)
        case .didResume:
            isSuspended = false
            lastKey = now.monotonic
            emit(.redraw)
        case .terminalLost:
            closeCurtain(.terminalLost)
            leave(.terminalLost)
        case .leave:
            closeCurtain(.quit)
            leave(.asked)
        case .shareDetected(let reason): turnShareOn(reason: ForeignText.visible(reason))
        case .notice(let notice):
            message = Notice(notice.severity, ForeignText.visible(notice.text))
            if notice.severity == .failure { closeCurtain(.failure) }
        }
    }

    private mutating func resize(columns: Int, rows: Int) {
        closeCurtain(.resized)
        self.columns = columns
        self.rows = rows
        passing = nil
        clampAll()
        lookAhead()
    }

    private mutating func tick() {
        switch curtain {
        case .closed, .asking, .fetching: break
        case .revealed(let value, _):
            if now.monotonic >= value.deadline || now.wall >= value.wallDeadline { closeValue(.deadline) }
        case .choosing(let choice): if now.monotonic >= choice.deadline { closeCurtain(.deadline) }
        }
        if !curtain.isClosed, now.monotonic - lastKey >= Double(settings.idleSeconds) { closeCurtain(.idle) }
        if hasHiddenText, now.monotonic - lastKey >= Double(settings.idleSeconds) { closeForm() }
        if isPlanFollowed { showFollow() }
        followLog()
        if let passing, now.monotonic >= passing.until { self.passing = nil }
        if let due = glimpseDue, now.monotonic >= due {
            glimpseDue = nil
            if let reference = detailInView { loadDetail(reference) }
        }
    }

    private mutating func take(_ identity: Identity) {
        self.identity = .known(
            Identity(
                account: ForeignText.visible(identity.account), arn: ForeignText.visible(identity.arn),
                credentialsEnd: identity.credentialsEnd))
        isSignedOut = false
        guard screen == .firstRun else { return }
        visit(.list(kind))
        load(kind)
    }

    private mutating func identityFailed(_ problem: Problem) {
        let problem = problem.visible
        identity = .failed(problem)
        closeCurtain(.failure)
        switch problem.kind {
        case .noCredentials where lists.allSatisfy(\.rows.isEmpty): visit(.firstRun)
        case .noCredentials, .expiredCredentials, .denied, .unreachable, .throttled, .notFound, .auditUnwritable,
            .other:
            message = Notice(.failure, problem.line)
        }
        noteSession(problem)
    }

    // MARK: lists

    /// Changes a list in place and hands it the height of its pane.
    @discardableResult
    mutating func updateList<Result>(
        _ kind: ResourceKind, _ body: (inout ListModel, _ height: Int) -> Result
    ) -> Result {
        let height = layout.height(of: .list)
        return body(&lists[Self.index(of: kind)], height)
    }

    mutating func loadIfUnasked(_ kind: ResourceKind) {
        if list(kind).state == .unasked { load(kind) }
    }

    mutating func load(_ kind: ResourceKind) {
        if list(kind).state == .loading { emit(.cancelLoad(kind, generation: list(kind).generation)) }
        tagsAsked.remove(kind)
        let generation = updateList(kind) { list, _ in list.beginLoading() }
        emit(.load(kind, generation: generation))
    }

    private mutating func finishList(_ kind: ResourceKind, generation: Int) {
        let wall = now.wall
        let isOurs = list(kind).state == .loading && list(kind).generation == generation
        let job = updateList(kind) { list, height in
            list.finishLoading(generation: generation, wall: wall, height: height)
        }
        if let job { emit(.sort(job)) }
        if isOurs, case .whole = list(kind).state {
            survey(kind)
            askTags(kind)
        }
        lookAhead()
    }

    private mutating func take(_ result: SortedRows) {
        let outcome = updateList(result.kind) { list, height in list.take(result, height: height) }
        switch outcome {
        case .done: break
        case .again(let job): emit(.sort(job))
        case .replaced(let remains):
            emit(.letGo(remains))
            survey(result.kind)
            askTags(result.kind)
            lookAhead()
        }
    }

    private mutating func failList(_ kind: ResourceKind, generation: Int, _ problem: Problem) {
        let wall = now.wall
        let problem = problem.visible
        let isOurs = updateList(kind) { list, _ in
            list.failLoading(problem, generation: generation, wall: wall)
        }
        guard isOurs else { return }
        closeCurtain(.failure)
        noteSession(problem)
    }

    // MARK: details

    /// Asks for everything about a thing, unless that is under way.
    mutating func loadDetail(_ reference: Reference, again: Bool = false) {
        keepDetail(reference)
        guard var detail = details[reference] else { return }
        switch detail.state {
        case .loading: return
        case .whole, .failed: if !again { return }
        case .glimpsed: break
        }
        let generation = detail.beginLoading()
        details[reference] = detail
        detailsAsked.append(reference)
        emit(.loadDetail(reference, generation: generation))
    }

    /// Makes room for a detail, with what the list knows of it.
    mutating func keepDetail(_ reference: Reference) {
        detailsUsed.removeAll { $0 == reference }
        detailsUsed.append(reference)
        guard details[reference] == nil else { return }
        details[reference] = DetailModel(reference, row: knownRow(of: reference), equals: equals)
        if detailsUsed.count > 64 {
            // What is being looked at is the newest, so it is never the one that goes.
            let oldest = detailsUsed.removeFirst()
            details[oldest] = nil
        }
    }

    func knownRow(of reference: Reference) -> ResourceRow? {
        guard let kind = reference.listKind, let row = reference.ofRow else { return nil }
        if let selected = list(kind).selected, selected.common.reference == row { return selected }
        return list(kind).row(of: row)
    }

    private mutating func detailLoaded(_ reference: Reference, generation: Int, _ detail: ResourceDetail) {
        let height = layout.height(of: .detail)
        let wall = now.wall
        guard details[reference]?.take(detail, generation: generation, wall: wall, height: height) == true else {
            return
        }
        updateList(detail.row.kind) { list, _ in list.fill(detail.row) }
        if screen == .detail(reference) { selectWantedVariable() }
    }

    private mutating func detailFailed(_ reference: Reference, generation: Int, _ problem: Problem) {
        let height = layout.height(of: .detail)
        let problem = problem.visible
        if details[reference]?.fail(problem, generation: generation, height: height) == true {
            closeCurtain(.failure)
            noteSession(problem)
        }
    }

    /// Beside a list, the detail of what is selected is asked for once the cursor has rested.
    mutating func lookAhead() {
        cancelUnseenDetails()
        guard screen.isList || screen.isReport, layout.pane(.detail) != nil, let reference = detailInView else {
            glimpseDue = nil
            return
        }
        keepDetail(reference)
        glimpseDue = details[reference]?.state == .glimpsed ? now.monotonic + 0.25 : nil
    }

    /// Takes back the questions whose answers no pane would show.
    mutating func cancelUnseenDetails() {
        guard !detailsAsked.isEmpty else { return }
        let seen = screen.isDetail || layout.pane(.detail) != nil ? detailInView : nil
        for reference in detailsAsked where reference != seen {
            if let generation = details[reference]?.giveUp() {
                emit(.cancelDetail(reference, generation: generation))
            }
        }
        detailsAsked.removeAll { details[$0]?.state != .loading }
    }

    mutating func clampAll() {
        let layout = self.layout
        for index in lists.indices { lists[index].clamp(height: layout.height(of: .list)) }
        for reference in details.keys { details[reference]?.clamp(height: layout.height(of: .detail)) }
        log.clamp(height: layout.height(of: .log))
        for topic in reports.keys {
            reports[topic]?.clamp(height: layout.height(of: ConsoleLayout.paneKind(of: .report(topic))))
        }
    }
}

extension Problem {
    /// Made safe to draw.
    var visible: Problem {
        Problem(
            kind, ForeignText.visible(summary), advice: ForeignText.visible(advice), code: ForeignText.visible(code),
            requestID: ForeignText.visible(requestID))
    }

    /// Summary and advice in one line.
    public var line: String { advice.isEmpty ? summary : "\(summary). \(advice)" }
}
