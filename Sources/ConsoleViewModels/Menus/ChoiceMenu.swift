import Inventory

/// A short list over the screen, to choose from or to switch entries on and off.
public struct ChoiceMenu: Sendable, Equatable {
    /// What it is for.
    public enum Purpose: Sendable, Equatable {
        /// Which columns the list has, in which order.
        case columns
        /// The filters that were saved for the list.
        case filters
        /// The themes; the one under the cursor is shown at once.
        case themes(before: String)
        /// What can be done at once against a leak from a thing.
        case contain(Reference)
    }

    public struct Entry: Sendable, Equatable {
        public let text: String
        /// nil where entries are not switched.
        public var isOn: Bool?
        public let remark: String

        init(_ text: String, isOn: Bool? = nil, remark: String = "") {
            self.text = text
            self.isOn = isOn
            self.remark = remark
        }
    }

    public let purpose: Purpose
    public let title: String
    public internal(set) var entries: [Entry]
    public internal(set) var cursor: Int

    init(_ purpose: Purpose, title: String, entries: [Entry], cursor: Int = 0) {
        self.purpose = purpose
        self.title = title
        self.entries = entries
        self.cursor = max(0, min(cursor, entries.count - 1))
    }

    public var selected: Entry? { entries.indices.contains(cursor) ? entries[cursor] : nil }

    mutating func move(_ key: MenuKey, page: Int) {
        switch key {
        case .down: cursor += 1
        case .up: cursor -= 1
        case .pageDown: cursor += page
        case .pageUp: cursor -= page
        case .top: cursor = 0
        case .bottom: cursor = entries.count - 1
        case .choose, .close, .search: break
        }
        cursor = max(0, min(cursor, entries.count - 1))
    }

    /// Moves the entry under the cursor one place up or down.
    mutating func carry(by steps: Int) {
        let target = cursor + steps
        guard entries.indices.contains(cursor), entries.indices.contains(target) else { return }
        entries.swapAt(cursor, target)
        cursor = target
    }
}
