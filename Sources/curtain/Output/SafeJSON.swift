import ForeignText
import StrictJSON

/// JSON that a terminal cannot be harmed by: whatever would act on one, hide or reorder is written as
/// `\uXXXX`, so that the text means exactly the same to a parser.
enum SafeJSON {
    /// The writer's text with those characters escaped.
    static func text(_ json: JSONWriter) -> String {
        let text = json.text
        guard text.unicodeScalars.contains(where: ForeignText.isUnsafe) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            // Outside ASCII a scalar can only stand inside a string; below, the writer has escaped it,
            // all but DEL.
            if ForeignText.isUnsafe(scalar) {
                for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
                    result.append(contentsOf: escape(unit).unicodeScalars)
                }
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    private static func escape(_ unit: UInt16) -> String {
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}
