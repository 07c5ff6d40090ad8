/// A flowchart in Mermaid's language. https://mermaid.js.org/syntax/flowchart.html
enum MermaidPicture {
    static func text(_ tree: ConsumerTree) -> String {
        let (things, arrows) = tree.parts
        var lines = ["flowchart LR"]
        for (number, thing) in things.enumerated() { lines.append("  n\(number)[\"\(escaped(thing.text))\"]") }
        for arrow in arrows {
            let line =
                switch arrow.certainty {
                case .sure: "-->"
                case .likely, .possible: "-.->"
                }
            lines.append("  n\(arrow.from) \(line)|\"\(escaped(arrow.label))\"| n\(arrow.to)")
        }
        return (lines + [""]).joined(separator: "\n")
    }

    /// Mermaid takes entities by number.
    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            "#\"<>&;".unicodeScalars.contains(scalar) ? "#\(scalar.value);" : String(Character(scalar))
        }.joined()
    }
}
