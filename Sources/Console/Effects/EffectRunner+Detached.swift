import ConsoleViewModels
import FoundationEssentials
import Operations
import SensitiveMemory

/// Runs that go on without this console: they are started, followed by their journal, and asked to stop.
extension EffectRunner {
    /// Starts the run in a process of its own, and follows it.
    func runDetached(_ order: PlanOrder, mode: AccessMode, stop: StopSignal) async {
        do throws(OperationFailure) {
            let (workshop, id, _) = try admitted(order)
            let (plan, progress) = try workshop.store.plan(id)
            try await check(order, plan, progress, mode: mode)
            let process = try await workshop.startDetached(order, id)
            try await follow(id, order.command, process: process, stop: stop)
        } catch {
            inbox.post(.planRefused(Problem(error)))
        }
        order.value?.wipe()
    }

    /// A plan that another process runs already is shown as one that was started here.
    func followRunning(_ id: PlanID) {
        guard plans.isIdle else { return }
        let stop = StopSignal()
        plans.follow(stop: stop) { [self] in
            do throws(OperationFailure) {
                let store = try world.plans.get().store
                guard let process = try store.runner(of: id), let run = try store.plan(id).progress.command,
                    let command = PlanCommand(rawValue: run.rawValue)
                else { return }
                try await follow(id, command, process: process, stop: stop)
            } catch {
                inbox.post(.notice(Notice(.warning, Problem(error).line)))
            }
        }
    }

    /// Tells what the journal tells, until nobody runs the plan.
    private func follow(
        _ id: PlanID, _ command: PlanCommand, process: Int32?, stop: StopSignal
    ) async throws(OperationFailure) {
        let store = try world.plans.get().store
        let inbox = inbox
        var watch = try DetachedWatch(store, id, command, process: process, clock: wallClock) {
            inbox.post(.planFollowed($0))
        }
        var hasAsked = false
        while try await watch.look() {
            if stop.isAsked, !hasAsked {
                hasAsked = true
                try world.plans.get().stopDetached(id)
            }
            do { try await Task.sleep(for: DetachedWatch.pause) } catch { return }
        }
    }
}
