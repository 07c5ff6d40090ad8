import ForeignText

/// Text from outside as Markdown (CommonMark with tables).
enum MarkdownText {
    static func table(_ titles: [String], _ rows: [[String]]) -> String {
        func row(_ cells: [String]) -> String { "| " + cells.map(clean).joined(separator: " | ") + " |\n" }
        return row(titles) + "|" + String(repeating: "---|", count: titles.count) + "\n" + rows.map(row).joined()
    }

    /// One line: nothing of it is a tag, a link, a cell or a heading.
    static func clean(_ text: String) -> String {
        var result = ""
        for character in ForeignText.visible(text) {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\\", "`", "*", "_", "[", "]", "|", "#": result += "\\" + String(character)
            default: result.append(character)
            }
        }
        return result
    }
}
