import ForeignText

/// Text from AWS on its way into a row: harmless to a terminal from here on.
enum Cleaned {
    static func text(_ text: String) -> String { ForeignText.visible(text) }

    static func text(_ text: String?) -> String? { text.map(ForeignText.visible) }

    static func texts(_ texts: [String]) -> [String] { texts.map(ForeignText.visible) }

    static func tags(_ tags: [String: String]?) -> [String: String]? {
        guard let tags else { return nil }
        return Dictionary(tags.map { (text($0.key), text($0.value)) }) { first, _ in first }
    }
}
