extension YAMLParser {
    /// Where the line of the position begins.
    var lineStart: Int { position - column }

    /// As the text ends its lines.
    var lineBreak: String {
        guard let end = bytes.firstIndex(of: 0x0A), end > 0, bytes[end - 1] == 0x0D else { return "\n" }
        return "\r\n"
    }

    /// Goes to the first key of the block at the end of the path; its column.
    mutating func enter(_ path: [String]) throws(TemplateError) -> Int {
        skipEmpty()
        while starts("---") || starts("%") {
            skipLine()
            skipEmpty()
        }
        var column = indentation
        position += column
        for name in path {
            guard try find(name, column) else { throw error("\(path.joined(separator: ".")) is not in the template") }
            skipBlanks()
            guard isAtEndOfLine else {
                throw error("\(path.joined(separator: ".")) does not stand in lines of its own")
            }
            skipLine()
            skipEmpty()
            guard position < bytes.count, indentation > column else {
                throw error("\(path.joined(separator: ".")) is empty")
            }
            column = indentation
            position += column
            guard isKey else { throw error("\(path.joined(separator: ".")) does not stand in lines of its own") }
        }
        return column
    }

    /// Goes behind the colon of a key of the block whose first key is at the position.
    private mutating func find(_ name: String, _ column: Int) throws(TemplateError) -> Bool {
        while isKey {
            if try key() == name { return true }
            guard try passValue(of: column) else { return false }
        }
        return false
    }

    /// Goes behind the value of a key, to the next key of its block; false at the block's end.
    mutating func passValue(of column: Int) throws(TemplateError) -> Bool {
        skipBlanks()
        if isAtEndOfLine {
            skipLine()
            _ = try nested(under: column)
        } else {
            _ = try value(parent: column)
        }
        skipEmpty()
        guard position < bytes.count, indentation == column else { return false }
        position += column
        return isKey
    }
}
