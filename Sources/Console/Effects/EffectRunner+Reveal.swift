import AuditTrail
import ConsoleViewModels
import Inventory
import Operations

extension EffectRunner {
    /// Asks for one value under the rules and records of `Reveal`.
    func reveal(_ request: RevealRequest, mode: AccessMode) {
        let ticket = request.ticket
        start(.reveal(ticket)) { [world, inbox, records, reveals, slot, lookout] in
            if let words = await lookout.look() {
                reveals.forget(ticket)
                // The model closes the prompt with it: nobody waits for the ticket any more.
                return inbox.post(.shareDetected(words))
            }
            var mode = mode
            if world.policy.requireMFAMinutes > 0 { mode.secondFactorAge = world.secondFactorAge() }
            do throws(OperationFailure) {
                let trail = try world.trail.get()
                // Every record about a value says whose credentials read it.
                if records.context.actorARN == nil { try await self.identify() }
                let reveal = Reveal(world.values(on: trail), slot: slot)
                let value = try await reveal(
                    Reveal.Request(request.whole, note: request.note, mode: mode), as: records.context)
                if let reason = reveals.take(value, for: ticket) {
                    value.shut()
                    await self.record { value.close(reason) }
                } else {
                    inbox.post(.revealed(ticket, RevealedContent(value)))
                }
            } catch {
                reveals.forget(ticket)
                inbox.post(.revealFailed(ticket, Problem(error)))
            }
        }
    }

    /// The answer is not wanted: the call is given up, and what comes all the same is closed unseen.
    func cancelReveal(_ ticket: RevealTicket, _ reason: MaskReason) {
        if reveals.isOpen(ticket) { return mask(ticket, reason) }
        reveals.refuse(ticket, ClosingReason(reason))
        cancel(.reveal(ticket))
    }

    /// Puts on record that a value was closed; the model has wiped it already.
    func mask(_ ticket: RevealTicket, _ reason: MaskReason) {
        guard let value = reveals.shut(ticket) else { return }
        start(.closing(ticket)) { await self.record { value.close(ClosingReason(reason)) } }
    }

    private func record(_ work: @escaping @Sendable () -> OperationFailure?) async {
        if let failure = await records.perform(work) {
            inbox.post(.notice(Notice(.warning, Problem(failure).line)))
        }
    }
}

extension RevealRequest {
    /// The reference with the field that is asked for.
    fileprivate var whole: Reference {
        guard let pointer, case .secret(let name, let version, _) = reference else { return reference }
        return .secret(name: name, version: version, pointer: pointer)
    }
}

extension ClosingReason {
    /// The model's word for the trail.
    init(_ reason: MaskReason) {
        self =
            switch reason {
            case .asked: .asked
            case .deadline: .deadline
            case .moved: .moved
            case .screenChanged: .screenChanged
            case .resized: .resized
            case .suspended: .suspended
            case .focusLost: .focusLost
            case .idle: .idle
            case .failure: .failure
            case .quit: .quit
            case .maskAll: .maskAll
            case .shareMode: .shareMode
            case .readOnlyMode: .readOnlyMode
            case .replaced: .replaced
            case .terminalLost: .terminalLost
            }
    }
}
