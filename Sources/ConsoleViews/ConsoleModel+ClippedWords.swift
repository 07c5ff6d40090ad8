import ConsoleViewModels
import Inventory
import TerminalCanvas

extension ConsoleModel {
    /// The words of the line under the cursor where its pane has no room for all of them.
    var clippedWords: String? {
        let words: String
        switch screen {
        case .detail(let reference):
            switch detail(reference)?.selected {
            case .line(let line): words = line.label.isEmpty ? line.text : "\(line.label): \(line.text)"
            case .problem(let problem): words = problem.line
            case .variable, .value, .facts, .title, .variablesTitle, .blank, nil: return nil
            }
        case .report(let topic):
            guard let item = report(topic)?.selected else { return nil }
            words = item.words
        case .resources, .context, .list, .commandLog, .firstRun: return nil
        }
        guard let pane = layout.pane(ConsoleLayout.paneKind(of: screen)) else { return nil }
        // Labels have a column of their own before the words.
        return TextWidth.of(words) + 14 > pane.content.columns ? words : nil
    }
}
