import Inventory

/// Reports: answering them from the lists, and taking in those that others push.
extension ConsoleModel {
    /// The report of a topic, if it was looked at.
    public func report(_ topic: ReportTopic) -> ReportModel? { reports[topic] }

    /// Panels that are on the screen as soon as they have something in them.
    var pushedPanels: [ReportTopic] { [ReportTopic.plan, .timeline].filter { reports[$0]?.report != nil } }

    /// Asks for the lists that a report is read from, and answers it as far as they go.
    mutating func openReport(_ topic: ReportTopic) {
        for kind in topic.lists { loadIfUnasked(kind) }
        // Where a plan stands changes without us.
        if topic.source == .asked, reports[topic] == nil || topic.isOnDisk || topic.isFollowed {
            ask(topic, again: false)
        }
        answer(topic)
    }

    /// Answers a report anew from the lists.
    mutating func answer(_ topic: ReportTopic) {
        let report: Report
        switch topic {
        case .pulses: report = .pulses(surveys: surveys, log: log)
        case .pulse(let pulse): report = .rows(with: pulse, lists: lists, equals: equals, wall: now.wall)
        case .stale(let days):
            report = .stale(days: days, lists: lists, wall: now.wall)
        case .duplicates: report = .duplicates(equals)
        case .connections(let reference):
            guard case .function(let function) = knownRow(of: reference) else {
                report = Report([])
                break
            }
            report = .connections(of: function) { knownRow(of: $0) }
        case .stores(let reference): report = .stores(place(of: reference))
        case .usedBy, .reach, .drift, .access, .log, .findings, .cost, .json, .audit, .doctor, .incidents, .plans,
            .planSheet, .retirement, .plan, .timeline, .watch:
            keepReport(topic)
            return
        }
        show(report, of: topic)
    }

    /// The lists have changed: what is on the screen is answered anew.
    mutating func answerVisibleReports() {
        if layout.pane(.pulses) != nil { answer(.pulses) }
        if case .report(let topic) = screen, topic != .pulses { answer(topic) }
    }

    /// Takes in what somebody pushes; nil takes the panel away.
    mutating func pushed(_ topic: ReportTopic, _ report: Report?) {
        guard topic.source == .pushed else { return }
        if let report {
            show(report, of: topic)
        } else {
            reports[topic] = nil
            if screen == .report(topic) { visit(.list(kind)) }
        }
        clampAll()
    }

    /// Asks AWS for a report; what is on the screen stays until the answer.
    mutating func ask(_ topic: ReportTopic, again: Bool) {
        guard topic.source == .asked else { return }
        askedAt[topic] = log.total
        show(
            Report(reports[topic]?.report?.sections ?? [], remark: topic.isOnDisk ? "reading..." : "asking AWS..."),
            of: topic)
        emit(.ask(topic, again: again))
    }

    /// Takes in the answer to a question; one that was not asked, or whose report was given up, is dropped.
    mutating func answered(_ topic: ReportTopic, _ answer: ReportAnswer) {
        let asked = askedAt.removeValue(forKey: topic)
        guard topic.source == .asked, reports[topic] != nil else { return }
        switch answer {
        case .consumers(let tree, let gaps): show(.consumers(tree, gaps: gaps), of: topic)
        case .drift(let rows, let gaps): show(.drift(rows, gaps: gaps), of: topic)
        case .access(let report, let gaps, let isWhole):
            if !isWhole { askedAt[topic] = asked }
            show(.access(report, gaps: gaps, isWhole: isWhole), of: topic)
        case .log(let log): showLog(log, of: topic)
        case .findings(let findings, let gaps):
            guard case .findings(let severity) = topic else { break }
            show(.findings(findings, from: severity, gaps: gaps), of: topic)
        case .cost(let cost, let gaps): show(.cost(cost, gaps: gaps), of: topic)
        case .report(let report): show(report, of: topic)
        case .incidents(let entries):
            incidents = entries
            show(
                .incidents(entries, attached: incident, isShared: share.isOn, wall: now.wall), of: topic)
        case .plans(let entries): show(.plans(entries, wall: now.wall), of: topic)
        case .planSheet(let sheet):
            sheets[sheet.id] = sheet
            show(.plan(sheet), of: topic)
            carryOnWithPlan(sheet)
        case .retirement(let sheet):
            guard case .retirement(_, let note) = topic else { break }
            show(.retirement(sheet, note: note), of: topic)
        case .failed(let problem):
            logDue = nil
            let sections = reports[topic]?.report?.sections.filter { $0.problem == nil } ?? []
            show(Report(sections + [Report.Section("", lines: [], problem: problem)]), of: topic)
            noteSession(problem.visible)
        }
        clampAll()
        if screen == .report(topic) { lookAhead() }
    }

    mutating func show(_ report: Report, of topic: ReportTopic) {
        keepReport(topic)
        let height = layout.height(of: ConsoleLayout.paneKind(of: .report(topic)))
        reports[topic]?.show(report, height: height)
    }

    private mutating func keepReport(_ topic: ReportTopic) {
        guard reports[topic] == nil else { return }
        if reports.count > 32 {
            // Those that can be answered again at any time.
            for old in reports.keys where old.source == .lists && screen != .report(old) { reports[old] = nil }
        }
        reports[topic] = ReportModel(topic)
    }

    // MARK: surveys

    /// Goes through a list that is whole: at once if it is short.
    mutating func survey(_ kind: ResourceKind) {
        let list = list(kind)
        let job = SurveyJob(kind: kind, generation: list.generation, rows: list.rows, wall: now.wall)
        if list.rows.count <= ListModel.sortsAtOnce { take(job.run()) } else { emit(.survey(job)) }
    }

    mutating func take(_ result: SurveyResult) {
        let kind = result.survey.kind
        guard result.generation == list(kind).generation else { return }
        surveys.removeAll { $0.kind == kind }
        surveys.append(result.survey)
        surveys.sort { Self.index(of: $0.kind) < Self.index(of: $1.kind) }
        if kind == .function {
            equals = result.survey.equals
            for reference in detailsUsed { details[reference]?.compare(with: equals) }
        }
        answerVisibleReports()
    }

    // MARK: following a line

    mutating func follow(_ destination: Destination) {
        switch destination {
        case .thing(let reference): open(reference)
        case .report(let topic): visit(.report(topic))
        case .incident(let step): follow(step)
        case .rotate(let reference): runRotate(reference.text)
        case .follow(let work): follow(work)
        case .plan(let command, let id): askRun(command, of: id)
        case .retire(let id, let note):
            planNotes[id] = note
            if share.isOn || isReadOnly || isPlanRunning {
                refuse(share.isOn ? .changesShared : isReadOnly ? .changesReadOnly : .planRuns)
            } else {
                openRun(.retire, of: id)
            }
        case .list(let kind, let filter):
            visit(.list(kind))
            applyFilter(filter)
        }
    }
}
