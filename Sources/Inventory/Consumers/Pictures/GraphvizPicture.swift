/// A picture in the DOT language. https://graphviz.org/doc/info/lang.html
enum GraphvizPicture {
    static func text(_ tree: ConsumerTree) -> String {
        let (things, arrows) = tree.parts
        var lines = ["digraph {", "  rankdir=LR;", "  node [shape=box, fontname=\"sans-serif\"];"]
        for (number, thing) in things.enumerated() {
            let style = number == 0 ? ", style=bold" : ""
            lines.append("  n\(number) [label=\(quoted(thing.text))\(style)];")
        }
        for arrow in arrows {
            let style =
                switch arrow.certainty {
                case .sure: "solid"
                case .likely: "dashed"
                case .possible: "dotted"
                }
            lines.append("  n\(arrow.from) -> n\(arrow.to) [label=\(quoted(arrow.label)), style=\(style)];")
        }
        return (lines + ["}", ""]).joined(separator: "\n")
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
