/// A drawing that any browser shows: the root at the left, a line a branch.
enum SVGPicture {
    private static let rowHeight = 26
    private static let characterWidth = 7.3

    private struct Line {
        let reference: Reference
        let label: String
        let certainty: Certainty
        let depth: Int
        let parent: Int?
    }

    static func text(_ tree: ConsumerTree) -> String {
        let lines = lines(tree)
        let indent = 28
        let width = 40 + (lines.map { Double(indent * $0.depth) + Double(words($0).count) * characterWidth }.max() ?? 0)
        let height = lines.count * rowHeight + 20
        var parts = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(Int(width))\" height=\"\(height)\" "
                + "font-family=\"monospace\" font-size=\"12\">",
            "<title>\(escaped(title(tree)))</title>", "<rect width=\"100%\" height=\"100%\" fill=\"white\"/>"
        ]
        for (number, line) in lines.enumerated() {
            let y = 20 + number * rowHeight
            let x = 14 + indent * line.depth
            if let parent = line.parent {
                let from = 20 + parent * rowHeight + 5
                let dashes =
                    switch line.certainty {
                    case .sure: ""
                    case .likely: " stroke-dasharray=\"5 3\""
                    case .possible: " stroke-dasharray=\"1 3\""
                    }
                parts.append(
                    "<path d=\"M\(x - 18) \(from) V\(y - 4) H\(x - 4)\" fill=\"none\" stroke=\"black\"\(dashes)/>")
            }
            let weight = line.depth == 0 ? " font-weight=\"bold\"" : ""
            let label =
                line.label.isEmpty ? "" : " <tspan fill=\"#555555\">\(escaped(line.label))</tspan>"
            parts.append("<text x=\"\(x)\" y=\"\(y)\"\(weight)>\(escaped(line.reference.text))\(label)</text>")
        }
        return (parts + ["</svg>", ""]).joined(separator: "\n")
    }

    private static func lines(_ tree: ConsumerTree) -> [Line] {
        var lines = [Line(reference: tree.root, label: "", certainty: .sure, depth: 0, parent: nil)]
        func add(_ branch: ConsumerTree.Branch, _ depth: Int, _ parent: Int) {
            let row = branch.row
            let label = row.map { "\($0.certainty.rawValue): \($0.kinds.map(\.rawValue).joined(separator: ", "))" }
            lines.append(
                Line(
                    reference: branch.reference, label: label ?? "", certainty: row?.certainty ?? .sure, depth: depth,
                    parent: parent))
            let own = lines.count - 1
            for inner in branch.branches { add(inner, depth + 1, own) }
        }
        for branch in tree.branches { add(branch, 1, 0) }
        return lines
    }

    private static func words(_ line: Line) -> String { line.reference.text + " " + line.label }

    private static func title(_ tree: ConsumerTree) -> String {
        switch tree.direction {
        case .usedBy: "What uses \(tree.root)"
        case .reach: "What \(tree.root) reaches"
        }
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}
