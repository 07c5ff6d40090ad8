/// Share and read-only mode. Turning one on takes effect at once; leaving it takes effect once that is recorded.
extension ConsoleModel {
    mutating func turnShareOn(reason: String) {
        closeCurtain(.shareMode)
        if case .leaveShare = overlay { overlay = .none }
        closeForm()
        let wasOn = share.isOn
        share = .on(reason)
        if case .report(.log) = screen { visit(.list(kind)) }
        if !wasOn, timeline != nil || incidents != nil { showTimeline() }
        if !wasOn {
            message = Notice(.warning, "share mode is on: \(reason)")
            emit(.recordModeChange(.shareOn(reason: reason)))
        }
    }

    /// `S`: on at once, or the line in which LEAVE is typed.
    mutating func toggleShare() {
        switch share {
        case .off: turnShareOn(reason: "S was pressed")
        case .on: overlay = .leaveShare(TextField(limit: 20), problem: nil)
        case .leaving: message = Notice(.information, "leaving share mode waits for its record")
        }
    }

    mutating func leaveShare() {
        guard case .on(let reason) = share else { return }
        share = .leaving(reason)
        overlay = .none
        emit(.recordModeChange(.shareOff))
    }

    mutating func turnReadOnly(on: Bool) {
        guard on != isReadOnly else {
            message = Notice(.information, "read-only mode is \(on ? "on" : "off") already")
            return
        }
        if on {
            closeCurtain(.readOnlyMode)
            closeForm()
            isReadOnly = true
            emit(.recordModeChange(.readOnlyOn))
        } else if settings.readOnlyIsFixed {
            message = Notice(.warning, "read-only was fixed at the start: leave curtain and start it without")
        } else {
            overlay = .confirm(
                Confirmation(
                    .leaveReadOnly, title: "Leave read-only mode?",
                    lines: [
                        "Profile \(settings.profile ?? "none"), region \(settings.region)",
                        "Values can be revealed from then on; :ro on takes it back."
                    ], verb: "Leave read-only"))
        }
    }

    mutating func modeRecorded(_ change: ModeChange) {
        switch change {
        case .shareOn, .readOnlyOn: break
        case .shareOff:
            guard case .leaving = share else { return }
            share = .off
            if timeline != nil || incidents != nil { showTimeline() }
            message = Notice(.information, "share mode is off")
        case .readOnlyOff:
            guard !settings.readOnlyIsFixed else { return }
            isReadOnly = false
            message = Notice(.information, "read-only mode is off")
        }
    }

    mutating func modeRecordFailed(_ change: ModeChange, _ problem: Problem) {
        switch change {
        case .shareOn, .readOnlyOn: break
        case .shareOff: if case .leaving(let reason) = share { share = .on(reason) }
        case .readOnlyOff: break
        }
        message = Notice(.failure, "the mode change could not be recorded: \(problem.visible.line)")
        closeCurtain(.failure)
    }
}
