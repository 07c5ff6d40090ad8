import ConsoleViewModels
import Operations

extension EffectRunner {
    /// Carries an effect out, or says what of it a terminal is needed for.
    ///
    /// - Parameter mode: what the person has switched on at this moment.
    func perform(_ effect: ConsoleEffect, mode: AccessMode) -> TerminalEffect? {
        switch effect {
        case .loadIdentity: loadIdentity()
        case .load(let kind, let generation): load(kind, generation: generation)
        case .loadTags(let kind): loadTags(kind)
        case .cancelLoad(let kind, let generation): cancelLoad(kind, generation: generation)
        case .loadDetail(let reference, let generation): loadDetail(reference, generation: generation)
        case .cancelDetail(let reference, let generation): cancelDetail(reference, generation: generation)
        case .sort(let job): sort(job)
        case .survey(let job): survey(job)
        case .letGo(let remains): Task.detached { remains.release() }
        case .ask(let topic, let again): ask(topic, again: again, mode: mode)
        case .reveal(let request): reveal(request, mode: mode)
        case .cancelReveal(let ticket, let reason): cancelReveal(ticket, reason)
        case .maskRevealed(let ticket, let reason): mask(ticket, reason)
        case .makePlan(let wish): makePlan(wish, mode: mode)
        case .runPlan(let order): run(order, mode: mode)
        case .stopPlan: stopPlan()
        case .incident(let order): carryOut(order, mode: mode)
        case .signIn: signIn()
        case .cancelSignIn: cancel(.signIn)
        case .answerMFA(let code): world.signingIn?.answer(code?.bytes)
        case .recordModeChange(let change): record(change)
        case .saveFilters(let filters): save(filters)
        case .export(let content, let path): export(content, to: path, mode: mode)
        case .reopen(let profile, let region): return .reopen(profile: profile, region: region)
        case .chooseTheme(let name): return .chooseTheme(name)
        case .copyName(let name): return .copyName(name)
        case .copyValue(let reference, let note): copy(reference, note: note, mode: mode)
        case .clearClipboard:
            cancel(.copying)
            return .clearClipboard
        case .redraw: return .redraw
        case .suspend: return .suspend
        case .quit(let reason): return .quit(reason)
        }
        return nil
    }
}
