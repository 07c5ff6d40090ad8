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
            guard let report = report(topic), let item = report.selected else { return nil }
            words = report.headed(item)
        case .resources, .context, .list, .commandLog, .firstRun: return nil
        }
        guard let pane = layout.pane(ConsoleLayout.paneKind(of: screen)) else { return nil }
        // Labels have a column of their own before the words.
        return TextWidth.of(words) + 14 > pane.content.columns ? words : nil
    }
}

extension ReportModel {
    /// The words of an item, each behind the head of its column.
    fileprivate func headed(_ item: Item) -> String {
        guard case .line(let line, let section) = item, !line.isProse,
            let sections = report?.sections, sections.indices.contains(section)
        else { return item.words }
        let heads = sections[section].heads
        return line.cells.enumerated().compactMap { place, cell in
            guard case .text(let text, _) = cell, !text.isEmpty else { return nil }
            let head = heads.indices.contains(place) ? heads[place] : ""
            return head.isEmpty || place == 0 ? text : "\(head): \(text)"
        }.joined(separator: "  ")
    }
}
