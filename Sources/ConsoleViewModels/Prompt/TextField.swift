import ForeignText
import TerminalCanvas

/// One line that is typed.
public struct TextField: Sendable, Equatable {
    public private(set) var characters: [Character] = []
    /// Before which character the next one goes in.
    public private(set) var cursor = 0
    private let limit: Int
    /// Scalars that may join into one character; more stand beside each other.
    private static let clusterLimit = 16

    /// Room for at most `limit` characters.
    public init(_ text: String = "", limit: Int = 500) {
        self.limit = limit
        characters = Array(text.prefix(limit))
        cursor = characters.count
    }

    public var text: String { String(characters) }
    public var isEmpty: Bool { characters.isEmpty }

    /// The text without spaces around it.
    public var trimmed: String {
        String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }

    /// Replaces everything; the cursor goes to the end.
    public mutating func set(_ text: String) {
        characters = Array(text.prefix(limit))
        cursor = characters.count
    }

    /// A paste goes in as one line of plain text: line ends become spaces, other controls are dropped.
    public mutating func paste(_ bytes: [UInt8]) {
        for character in String(decoding: bytes, as: UTF8.self) {
            if character.isNewline || character == "\t" {
                insert(" ")
            } else if character.unicodeScalars.allSatisfy({ !ForeignText.isUnsafe($0) }) {
                insert(character)
            }
        }
    }

    /// Takes an editing key; false if the key is none.
    public mutating func handle(_ key: Key) -> Bool {
        switch key {
        case .character(let character):
            guard character.unicodeScalars.allSatisfy({ !ForeignText.isUnsafe($0) }) else { return true }
            insert(character)
        case .backspace, .control("h"):
            guard cursor > 0 else { return true }
            cursor -= 1
            characters.remove(at: cursor)
        case .delete, .control("d"):
            guard cursor < characters.count else { return true }
            characters.remove(at: cursor)
        case .left, .control("b"): cursor = max(0, cursor - 1)
        case .right, .control("f"): cursor = min(characters.count, cursor + 1)
        case .home, .control("a"): cursor = 0
        case .end, .control("e"): cursor = characters.count
        case .control("u"):
            characters.removeSubrange(..<cursor)
            cursor = 0
        case .control("k"): characters.removeSubrange(cursor...)
        case .control("w"): deleteWord()
        case .control, .enter, .escape, .tab, .backTab, .insert, .up, .down, .pageUp, .pageDown, .shiftLeft,
            .shiftRight, .shiftUp, .shiftDown, .function:
            return false
        }
        return true
    }

    private mutating func insert(_ character: Character) {
        // A terminal sends a letter and its marks one after the other.
        if cursor > 0, !character.isASCII {
            let joined = String(characters[cursor - 1]) + String(character)
            if joined.count == 1, joined.unicodeScalars.count <= Self.clusterLimit {
                characters[cursor - 1] = Character(joined)
                return
            }
        }
        guard characters.count < limit else { return }
        characters.insert(character, at: cursor)
        cursor += 1
    }

    private mutating func deleteWord() {
        var start = cursor
        while start > 0, characters[start - 1].isWhitespace { start -= 1 }
        while start > 0, !characters[start - 1].isWhitespace { start -= 1 }
        characters.removeSubrange(start..<cursor)
        cursor = start
    }
}
