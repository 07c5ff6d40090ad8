import ForeignText
import Inventory

/// Plans: wishing for one, reading it, carrying it out, following it.
extension ConsoleModel {
    /// Whether a run of this console is under way: it would stop with it. One that runs on its own does not.
    public var isPlanRunning: Bool {
        orderedPlan != nil || follow.map { $0.ended == nil && $0.process == nil } ?? false
    }

    /// Whether there is a run to be seen, whoever carries it out.
    var isPlanFollowed: Bool { orderedPlan != nil || follow.map { $0.ended == nil } ?? false }

    /// The plan that the screen is about.
    var planInView: String? {
        switch screen {
        case .report(.planSheet(let id)): id
        case .report(.plan): follow?.id
        case .report(.plans):
            if case .report(.planSheet(let id)) = reports[.plans]?.selected?.link { id } else { nil }
        case .resources, .context, .list, .detail, .commandLog, .report, .firstRun: nil
        }
    }

    /// The ids that the prompt completes.
    var knownPlans: [String] {
        let listed = reports[.plans]?.items.compactMap { item -> String? in
            if case .report(.planSheet(let id)) = item.link { id } else { nil }
        }
        return (listed ?? []) + sheets.keys.sorted()
    }

    /// What can be done with a plan; of one that was not read yet, all of it may be.
    func commands(of id: String) -> [PlanCommand] {
        if let follow, follow.id == id { return follow.ended?.state.commands ?? [] }
        return sheets[id]?.state.commands ?? PlanCommand.allCases
    }

    // MARK: made

    mutating func planMade(_ id: String, _ wish: PlanWish, unseen: [String]) {
        guard wish == planWish else { return }
        planWish = nil
        planForm = nil
        // That the account is being read is no news any more.
        message = nil
        planNotes[id] = wish.note
        if !unseen.isEmpty {
            let more = unseen.count > 1 ? " (and \(unseen.count - 1) more)" : ""
            message = Notice(.warning, "not seen: \(ForeignText.visible(unseen[0]))\(more)")
        }
        // Whoever is typing is not interrupted.
        if overlay == .none, curtain.isClosed {
            visit(.report(.planSheet(id)))
        } else {
            message = Notice(.information, "plan \(id) is made: :plans opens it")
        }
    }

    mutating func planFailed(_ wish: PlanWish, _ problem: Problem) {
        guard wish == planWish else { return }
        planWish = nil
        message = Notice(.failure, "no plan: \(problem.visible.line)")
        closeCurtain(.failure)
        // What was answered stands there again, to be put right; whoever has gone on is not interrupted.
        planForm?.failed = true
        guard let planForm, overlay == .none, screen == planForm.screen else { return }
        overlay = .form(planForm.form)
    }

    /// Plans of earlier sessions that stopped half-way are said once.
    mutating func sayWaiting(_ ids: [String]) {
        guard let first = ids.first, message == nil else { return }
        let more = ids.count > 1 ? " and \(ids.count - 1) more" : ""
        message = Notice(.warning, "\(first)\(more) stopped half-way: :plans resumes or takes back")
    }

    // MARK: followed

    mutating func take(_ news: PlanFollow) {
        let wasRunning = isPlanFollowed
        orderedPlan = nil
        let isNew = follow?.id != news.id || follow?.began != news.began
        follow = news.visible
        showFollow()
        // That the account is looked at first is no news any more.
        if isNew, wasRunning { message = nil }
        // Whoever has just given the order sees it begin; from then on the screen is theirs.
        if isNew, overlay == .none, screen == .report(.planSheet(news.id)) { visit(.report(.plan)) }
        guard let ended = news.ended, wasRunning else { return }
        if incident != nil { order(.look) }
        isPlanStopping = false
        let words = ended.words.isEmpty ? "" : ": \(ForeignText.visible(ended.words))"
        message = Notice(
            ended.state == .done || ended.state == .rolledBack || ended.state == .retired ? .information : .warning,
            "\(news.id) \(ended.state.rawValue)\(words)")
        for topic in [ReportTopic.planSheet(news.id), .plans] where reports[topic] != nil { ask(topic, again: true) }
        if ended.wantsValue, overlay == .none { openRun(.resume, of: news.id, asksValue: true) }
    }

    /// The run did not begin: somebody else has the plan, or the rules forbid it.
    mutating func planRefused(_ problem: Problem) {
        orderedPlan = nil
        isPlanStopping = false
        message = Notice(.failure, problem.visible.line)
        closeCurtain(.failure)
    }

    /// Panel 6, with the seconds of this moment.
    mutating func showFollow() {
        guard let follow else { return }
        show(.following(follow, isStopping: isPlanStopping, wall: now.wall), of: .plan)
    }

    mutating func stopPlan() {
        guard isPlanFollowed else { return refuse(.noPlanRuns) }
        isPlanStopping = true
        emit(.stopPlan)
        message = Notice(
            .warning,
            follow?.process == nil
                ? "stopping behind the call that is under way; ctrl-c again leaves at once, and :resume goes on later"
                : "it stops behind the call that is under way; :resume goes on later")
        showFollow()
    }

    mutating func askToLeaveRun() {
        guard let follow, orderedPlan == nil else { return leave(.asked) }
        let unsafe = follow.safeToStop ? [] : ["It is not safe to stop at this moment: it goes on until it is."]
        overlay = .confirm(
            Confirmation(
                .leaveRunning, title: "Leave while \(follow.id) runs?",
                lines: [
                    "It stops behind the call that is under way, at step \(follow.done) of \(follow.of).",
                    "curtain resume \(follow.id) goes on, curtain rollback \(follow.id) takes it back."
                ] + unsafe, verb: "Stop it and leave"))
    }
}

extension PlanFollow {
    /// Made safe to draw where it is not a report yet.
    fileprivate var visible: PlanFollow {
        var follow = self
        follow.wave = ForeignText.visible(wave)
        return follow
    }
}
