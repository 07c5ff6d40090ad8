import ConsoleViewModels
import Inventory

/// What line mode has told last: when it changes, something is said; while it stays, nothing is.
public struct LineMoment: Equatable, Sendable {
    private enum Layer: Equatable {
        case screen, help, menu, confirmation, form, leaveShare, note, fetching, fields, value
    }

    private let screen: Screen
    private let layer: Layer
    /// How far what is shown has got; not how many rows have come.
    private let phase: String
    /// What just happened.
    public let message: Notice?

    public init(_ model: ConsoleModel) {
        screen = model.screen
        message = model.message
        layer =
            switch (model.curtain, model.overlay) {
            case (.asking, _): .note
            case (.fetching, _): .fetching
            case (.choosing, _): .fields
            case (.revealed, _): .value
            case (.closed, .help): .help
            case (.closed, .sortMenu), (.closed, .menu): .menu
            case (.closed, .confirm): .confirmation
            case (.closed, .form): .form
            case (.closed, .leaveShare): .leaveShare
            case (.closed, .none), (.closed, .filter), (.closed, .command): .screen
            }
        phase = Self.phase(of: model)
    }

    /// Whether the screen as a whole is to be told again.
    public func needsTelling(after before: LineMoment) -> Bool {
        screen != before.screen || layer != before.layer || phase != before.phase
    }

    /// A word for how far what is on the screen has got.
    private static func phase(of model: ConsoleModel) -> String {
        switch model.screen {
        case .list(let kind):
            switch model.list(kind).state {
            case .unasked: "unasked"
            case .loading: "loading"
            case .whole: "whole"
            case .failed: "failed"
            }
        case .detail(let reference):
            switch model.detail(reference)?.state {
            case .glimpsed, nil: "glimpsed"
            case .loading: "loading"
            case .whole: "whole"
            case .failed: "failed"
            }
        case .report(let topic):
            if topic.lists.contains(where: { model.list($0).state == .loading }) {
                "loading"
            } else {
                model.askedAt[topic] == nil ? "whole" : "asking"
            }
        case .resources, .context, .commandLog, .firstRun: ""
        }
    }
}
