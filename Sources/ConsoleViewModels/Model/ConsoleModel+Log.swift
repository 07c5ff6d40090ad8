import Inventory

/// The end of a function's log, followed while somebody looks.
extension ConsoleModel {
    /// Seconds from an answer to the next question.
    private static let pause = 5.0
    /// Seconds without a key after which nobody seems to look: idle costs nothing.
    private static let attention = 300.0

    /// `L`, or `logs FUNCTION`; without a name, of what is selected.
    mutating func openLog(_ name: String = "") {
        let thing: Reference?
        if name.isEmpty {
            thing = selectedThing
        } else {
            do throws(ReferenceError) {
                thing = name.contains(":") ? try Reference(parsing: name) : .function(name: name)
            } catch {
                message = Notice(.warning, "\(error)")
                return
            }
        }
        guard let function = thing?.functionName else {
            message = Notice(.warning, "the log of which function? Select one, or say its name")
            return
        }
        if share.isOn { return refuse(.logShared) }
        visit(.report(.log(.function(name: function))))
    }

    mutating func showLog(_ log: FunctionLog, of topic: ReportTopic) {
        guard !share.isOn else { return }
        let height = layout.height(of: ConsoleLayout.paneKind(of: .report(topic)))
        let follows = reports[topic]?.isAtEnd ?? true
        show(.log(log), of: topic)
        // The newest line is what one looks for; whoever has moved away from it is left where they are.
        if follows { reports[topic]?.moveToLastRow(height: height) }
        logDue = screen == .report(topic) ? now.monotonic + Self.pause : nil
    }

    /// Asks again once it is time.
    mutating func followLog() {
        guard let due = logDue, now.monotonic >= due else { return }
        logDue = nil
        guard case .report(let topic) = screen, topic.isFollowed, !share.isOn, isAttended else { return }
        emit(.ask(topic, again: true))
    }

    private var isAttended: Bool { now.monotonic - lastKey < Self.attention }
}

extension Reference {
    /// The function that it is of; nil if it is of none.
    var functionName: String? {
        switch self {
        case .function(let name, _), .variable(let name, _, _), .alias(let name, _), .functionURL(let name): name
        case .parameter, .secret, .key, .role, .user, .accessKey, .eventSourceMapping, .stack: nil
        }
    }
}
