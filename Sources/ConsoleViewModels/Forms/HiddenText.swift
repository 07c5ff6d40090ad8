import ForeignText
import SensitiveMemory
import TerminalCanvas

/// What is typed without being shown: it lives in locked memory, and the screen has the same eight signs for whatever it is.
public struct HiddenText: Sendable, Equatable {
    /// As much as Secrets Manager takes, in bytes.
    public static let limit = 65_536

    /// nil while nothing is typed.
    public private(set) var bytes: SecretBytes?
    /// Whether there was no room for what was typed last.
    public private(set) var isFull = false

    public init() {}

    public var isEmpty: Bool { (bytes?.count ?? 0) == 0 }

    /// Takes an editing key; false if the key is none.
    mutating func handle(_ key: Key) -> Bool {
        switch key {
        case .character(let character):
            guard character.unicodeScalars.allSatisfy({ !ForeignText.isUnsafe($0) }) else { return true }
            var text = String(character)
            text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
        case .backspace, .control("h"): deleteLast()
        case .control("u"), .control("k"): wipe()
        case .control, .delete, .left, .right, .home, .end, .enter, .escape, .tab, .backTab, .insert, .up, .down,
            .pageUp, .pageDown, .shiftLeft, .shiftRight, .shiftUp, .shiftDown, .function:
            return false
        }
        return true
    }

    /// A paste is taken as it is but for the line end that a copied line has; a key file may have many lines.
    mutating func paste(_ pasted: [UInt8]) {
        pasted.withUnsafeBytes { all in
            var end = all.count
            if end > 0, all[end - 1] == 0x0A || all[end - 1] == 0x0D { end -= 1 }
            append(UnsafeRawBufferPointer(rebasing: all[..<end]))
        }
    }

    mutating func wipe() {
        bytes?.wipe()
        bytes = nil
        isFull = false
    }

    func isSame(as other: HiddenText) -> Bool {
        guard let bytes, let theirs = other.bytes else { return isEmpty && other.isEmpty }
        return bytes.isSame(as: theirs)
    }

    private mutating func append(_ more: UnsafeRawBufferPointer) {
        let count = bytes?.count ?? 0
        guard count + more.count <= Self.limit else {
            isFull = true
            return
        }
        replace(count: count + more.count) { room, old in
            room.copyMemory(from: old)
            UnsafeMutableRawBufferPointer(rebasing: room[old.count...]).copyMemory(from: more)
        }
    }

    /// One character back, whatever its length in UTF-8.
    private mutating func deleteLast() {
        guard let bytes else { return }
        let kept = bytes.withUnsafeBytes { $0.lastIndex { $0 & 0xC0 != 0x80 } ?? 0 }
        replace(count: kept) { room, old in room.copyMemory(from: UnsafeRawBufferPointer(rebasing: old[..<kept])) }
    }

    private mutating func replace(
        count: Int, _ fill: (UnsafeMutableRawBufferPointer, UnsafeRawBufferPointer) -> Void
    ) {
        let old = bytes
        let new = try? SecretBytes(capacity: count) { room in
            if let old {
                old.withUnsafeBytes { fill(room, $0) }
            } else {
                fill(room, UnsafeRawBufferPointer(start: nil, count: 0))
            }
            return count
        }
        // Without locked memory nothing is kept elsewhere.
        isFull = new == nil
        guard let new else { return }
        old?.wipe()
        bytes = new
    }

    public static func == (left: HiddenText, right: HiddenText) -> Bool {
        left.bytes === right.bytes && left.isFull == right.isFull
    }
}
