import Inventory
import RandomSource

/// References with names made of what breaks grammars.
extension SeededRandom {
    mutating func name() -> String {
        let pieces = [
            "a", "Z9", "-", "/", "//", ":", "@", "#", "%", "%41", "arn:", "arn:aws:", "é", "漢", "😀", "e\u{301}",
            "\u{301}", "\u{202E}", "\u{1B}[2J", "\n", " ", "\u{0}", "~", "~1", "-AbCdEf", "\"", "\\", "fn:", "\u{200B}"
        ]
        return (0..<Int.random(in: 1...6, using: &self)).map { _ in pieces.randomElement(using: &self)! }.joined()
    }

    mutating func maybe() -> String? { Bool.random(using: &self) ? name() : nil }

    mutating func reference() -> Reference {
        switch Int.random(in: 0..<12, using: &self) {
        case 0: .function(name: name(), qualifier: maybe())
        case 1: .variable(function: name(), qualifier: maybe(), name: name())
        case 2: .parameter(name: name(), selector: maybe())
        case 3: .secret(name: name(), version: maybe(), pointer: pointer())
        case 4: .key(id: name())
        case 5: .role(name: name())
        case 6: .user(name: name())
        case 7: .accessKey(id: name())
        case 8: .alias(function: name(), name: name())
        case 9: .eventSourceMapping(uuid: name())
        case 10: .functionURL(function: name())
        default: .stack(name: name())
        }
    }

    private mutating func pointer() -> String? {
        maybe().map { "/" + String(String.UnicodeScalarView($0.unicodeScalars.filter { $0 != "~" })) }
    }
}
