/// A few questions over the screen that belong together. Nothing happens until its button is pressed on purpose, and esc
/// leaves it.
public struct Form: Sendable, Equatable {
    /// One question.
    public struct Field: Sendable, Equatable {
        public enum Content: Sendable, Equatable {
            /// One of several; nil while none is chosen.
            case choice([String], chosen: Int?)
            case text(TextField)
            /// A value, which the screen never shows.
            case hidden(HiddenText)
        }

        public let name: Name
        public let label: String
        /// What may stand there, in a few words.
        public let hint: String
        public internal(set) var content: Content

        init(_ name: Name, _ label: String, hint: String = "", _ content: Content) {
            self.name = name
            self.label = label
            self.hint = hint
            self.content = content
        }
    }

    /// Where the keys go.
    public enum Focus: Sendable, Equatable {
        case field(Name)
        case cancel, submit
        /// The button that turns to the options, and back.
        case turn
    }

    /// What a key led to.
    enum Outcome: Equatable {
        case stays, cancelled, submitted
    }

    public let purpose: Purpose
    public let title: String
    /// What it means, a line each.
    public let lines: [String]
    /// The word of the button.
    public let verb: String
    /// Whether the button changes something in the account.
    public let isDangerous: Bool
    public internal(set) var fields: [Field]
    public private(set) var focus: Focus
    /// Whether the options are on the screen instead of the questions that must be answered.
    public private(set) var showsOptions = false
    /// Why the button did not go through.
    public internal(set) var problem: String?

    init(
        _ purpose: Purpose, title: String, lines: [String], fields: [Field], verb: String, isDangerous: Bool = false
    ) {
        self.purpose = purpose
        self.title = title
        self.lines = lines
        self.fields = fields
        self.verb = verb
        self.isDangerous = isDangerous
        focus = fields.first { !$0.name.isOption }.map { .field($0.name) } ?? .cancel
    }

    /// The questions that there are, given the answers to the others.
    var asked: [Field] { fields.filter { purpose.asks($0.name, in: self) } }

    /// Those of them that are on the screen.
    public var shown: [Field] { asked.filter { $0.name.isOption == showsOptions } }

    /// Whether there are questions that need no answer, on a page of their own.
    public var hasOptions: Bool { asked.contains { $0.name.isOption } }

    public func field(_ name: Name) -> Field? { fields.first { $0.name == name } }

    /// What was typed there, without spaces at its ends; nil if nothing was.
    func text(_ name: Name) -> String? {
        guard case .text(let text) = field(name)?.content, !text.trimmed.isEmpty else { return nil }
        return text.trimmed
    }

    func chosen(_ name: Name) -> Int? {
        guard case .choice(_, let chosen) = field(name)?.content else { return nil }
        return chosen
    }

    func hidden(_ name: Name) -> HiddenText? {
        guard case .hidden(let text) = field(name)?.content else { return nil }
        return text
    }

    /// Whether letters go into a text now.
    var isTyping: Bool {
        guard case .field(let name) = focus else { return false }
        switch field(name)?.content {
        case .text, .hidden: return true
        case .choice, nil: return false
        }
    }

    /// Whether what is typed now is a value.
    public var isTypingHidden: Bool {
        guard case .field(let name) = focus, case .hidden = field(name)?.content else { return false }
        return true
    }

    /// The button does not go through because of this answer.
    mutating func refuse(_ name: Name, _ words: String) {
        problem = words
        move(to: .field(name))
    }

    /// Wipes what was typed as a value.
    mutating func wipe() {
        for place in fields.indices {
            guard case .hidden(var text) = fields[place].content else { continue }
            text.wipe()
            fields[place].content = .hidden(text)
        }
    }

    mutating func move(to focus: Focus) {
        self.focus = focus
        if case .field(let name) = focus { showsOptions = name.isOption }
    }

    /// To the options, or back from them.
    mutating func turn() {
        guard hasOptions || showsOptions else { return }
        showsOptions.toggle()
        focus = shown.first.map { .field($0.name) } ?? .cancel
    }
}
