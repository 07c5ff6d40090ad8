/// JSON on one line, laid out over many.
enum JSONLayout {
    static func lines(_ text: String) -> [String] {
        var lines: [String] = []
        var line = ""
        var depth = 0
        var isInString = false
        var isEscaped = false
        func indent() -> String { String(repeating: "  ", count: depth) }
        for character in text {
            if isInString {
                line.append(character)
                if isEscaped {
                    isEscaped = false
                } else if character == "\\" {
                    isEscaped = true
                } else if character == "\"" {
                    isInString = false
                }
                continue
            }
            switch character {
            case "\"":
                isInString = true
                line.append(character)
            case "{", "[":
                lines.append(line + String(character))
                depth += 1
                line = indent()
            case "}", "]":
                depth = max(0, depth - 1)
                // An empty one stays on its line.
                if line.allSatisfy({ $0 == " " }), let last = lines.last, last.hasSuffix(character == "}" ? "{" : "[") {
                    lines.removeLast()
                    line = last + String(character)
                } else {
                    lines.append(line)
                    line = indent() + String(character)
                }
            case ",":
                lines.append(line + ",")
                line = indent()
            case ":": line += ": "
            case " ", "\n", "\t", "\r": break
            default: line.append(character)
            }
        }
        return (lines + [line]).filter { !$0.allSatisfy { $0 == " " } }
    }
}
