import AuditTrail
import ConsoleViewModels
import Operations

extension EffectRunner {
    /// Puts a change of mode on record; leaving one takes effect only then.
    func record(_ change: ModeChange) {
        // Neither mode lets a value lie in the clipboard.
        if change.closes { cancel(.copying) }
        Task {
            if let failure = await records.append(.modeChanged, .done, note: change.words) {
                inbox.post(.modeRecordFailed(change, Problem(failure)))
            } else {
                if change == .shareOff { await lookout.accept() }
                inbox.post(.modeRecorded(change))
            }
        }
    }
}

extension ModeChange {
    /// Whether it is one that closes values.
    fileprivate var closes: Bool {
        switch self {
        case .shareOn, .readOnlyOn: true
        case .shareOff, .readOnlyOff: false
        }
    }

    /// The note of its record.
    var words: String {
        switch self {
        case .shareOn(let reason): "share mode on: \(reason)"
        case .shareOff: "share mode off: LEAVE was typed"
        case .readOnlyOn: "read-only mode on"
        case .readOnlyOff: "read-only mode off"
        }
    }
}
