import AuditTrail
import ConsoleViewModels
import Inventory
import Operations
import SensitiveMemory

extension EffectRunner {
    /// Puts a value into the clipboard under the rules and records of `CopyValue`, and says when it is gone from there.
    func copy(_ reference: Reference, note: String, mode: AccessMode) {
        start(.copying) { [world, inbox, records, lookout] in
            if let words = await lookout.look() { return inbox.post(.shareDetected(words)) }
            var mode = mode
            if world.policy.requireMFAMinutes > 0 { mode.secondFactorAge = world.secondFactorAge() }
            do throws(OperationFailure) {
                let trail = try world.trail.get()
                let clipboard = ToldClipboard(try world.clipboard()) { name, seconds in
                    inbox.post(
                        .notice(Notice(.information, "in the clipboard (\(name)) for \(seconds) s; X takes it back")))
                }
                if records.context.actorARN == nil { try await self.identify() }
                let end = try await CopyValue(world.values(on: trail))(
                    reference, into: clipboard, seconds: world.copySeconds, note: note, mode: mode,
                    as: records.context)
                inbox.post(.notice(end.notice(of: clipboard.name)))
            } catch {
                inbox.post(.notice(Notice(.warning, Problem(error).line)))
            }
        }
    }
}

extension ClipboardEnd {
    fileprivate func notice(of name: String) -> Notice {
        switch self {
        case .deadline: Notice(.information, "the value is gone from the clipboard: its time was up")
        case .replaced: Notice(.information, "the value is gone from the clipboard: something else was put there")
        case .asked: Notice(.information, "the value was taken back from the clipboard")
        case .stuck: Notice(.warning, "\(name) still holds the value: put something else there")
        }
    }
}

/// A clipboard that says when it has the value.
private struct ToldClipboard: ValueClipboard {
    private let clipboard: any ValueClipboard
    private let told: @Sendable (String, Int) -> Void

    init(_ clipboard: any ValueClipboard, told: @escaping @Sendable (String, Int) -> Void) {
        self.clipboard = clipboard
        self.told = told
    }

    var name: String { clipboard.name }

    func hold(_ value: SecretBytes, seconds: Int) async throws(OperationFailure) -> any ClipboardHold {
        let hold = try await clipboard.hold(value, seconds: seconds)
        told(name, seconds)
        return hold
    }
}
