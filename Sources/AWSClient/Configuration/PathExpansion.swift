/// `~` and `$NAME` in the path of a file, as botocore expands them.
enum PathExpansion {
    static func expand(_ path: String, _ environment: AWSEnvironment) -> String {
        var result = ""
        var rest = path[...]
        while let mark = rest.firstIndex(of: "$") {
            result += rest[..<mark]
            rest = rest[rest.index(after: mark)...]
            let isBraced = rest.first == "{"
            let name = (isBraced ? rest.dropFirst() : rest).prefix {
                $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_")
            }
            let closes = isBraced && name.endIndex < rest.endIndex && rest[name.endIndex] == "}"
            if !name.isEmpty, isBraced == closes, let value = environment[String(name)] {
                result += value
                rest = rest[(closes ? rest.index(after: name.endIndex) : name.endIndex)...]
            } else {
                result += "$"
            }
        }
        result += rest
        guard result == "~" || result.hasPrefix("~/"), let home = environment["HOME"] else { return result }
        return home + result.dropFirst()
    }
}
