import ConsoleViewModels
import TerminalCanvas

/// The whole screen: a function from the model to cells.
public enum ConsoleView {
    /// Draws the model into a blank or used buffer of the model's size.
    public static func draw(_ model: ConsoleModel, into buffer: ScreenBuffer) {
        buffer.clear()
        let layout = model.layout
        guard layout.breadth != .tooSmall else { return TooSmallView.draw(model, into: buffer) }
        HeaderView.draw(model, into: buffer)
        for pane in layout.panes { draw(pane, of: model, into: buffer) }
        MessageView.draw(model, row: layout.messageRow, into: buffer)
        FooterView.draw(model, rows: layout.footerRows, into: buffer)
        PromptView.draw(model, row: layout.promptRow, into: buffer)
        switch model.overlay {
        case .none, .filter, .command, .leaveShare: break
        case .menu(let menu): ChoiceMenuView.draw(menu, of: model, into: buffer)
        case .form(let form): FormView.draw(form, of: model, into: buffer)
        case .confirm(let confirmation): ConfirmationView.draw(confirmation, of: model, into: buffer)
        case .help(let help): HelpView.draw(help, of: model, into: buffer)
        case .sortMenu(let menu): SortMenuView.draw(menu, of: model, into: buffer)
        }
        CurtainView.draw(model, into: buffer)
    }

    private static func draw(_ pane: ConsoleLayout.Pane, of model: ConsoleModel, into buffer: ScreenBuffer) {
        switch pane.kind {
        case .resources: ResourcesView.draw(model, in: pane, into: buffer)
        case .context: ContextView.draw(model, in: pane, into: buffer)
        case .list: ListView.draw(model, in: pane, into: buffer)
        case .detail: DetailView.draw(model, in: pane, into: buffer)
        case .log: CommandLogView.draw(model, in: pane, into: buffer)
        case .pulses: ReportView.draw(.pulses, of: model, in: pane, into: buffer)
        case .plan: ReportView.draw(.plan, of: model, in: pane, into: buffer)
        case .timeline: ReportView.draw(.timeline, of: model, in: pane, into: buffer)
        case .report:
            if case .report(let topic) = model.screen { ReportView.draw(topic, of: model, in: pane, into: buffer) }
        case .firstRun: FirstRunView.draw(model, in: pane, into: buffer)
        }
    }
}
