import TerminalCanvas

extension Form {
    mutating func handle(_ key: Key) -> Outcome {
        switch key {
        case .escape: return .cancelled
        case .tab, .down: move(by: 1)
        case .backTab, .up: move(by: -1)
        case .enter: return enter()
        case .control("o") where hasOptions || showsOptions: turn()
        case .character(" ") where !isTyping:
            if case .field = focus { choose(by: 1) } else { return enter() }
        case .left where !isTyping: turn(by: -1)
        case .right where !isTyping: turn(by: 1)
        case .character(let letter) where !isTyping:
            if case .field = focus, let number = letter.wholeNumberValue { choose(number - 1) }
        case .character, .left, .right, .control, .backspace, .delete, .insert, .home, .end, .pageUp, .pageDown,
            .shiftLeft, .shiftRight, .shiftUp, .shiftDown, .function:
            edit { content in
                switch content {
                case .text(var text):
                    _ = text.handle(key)
                    content = .text(text)
                case .hidden(var text):
                    _ = text.handle(key)
                    content = .hidden(text)
                case .choice: break
                }
            }
        }
        return .stays
    }

    mutating func paste(_ bytes: [UInt8]) {
        edit { content in
            switch content {
            case .text(var text):
                text.paste(bytes)
                content = .text(text)
            case .hidden(var text):
                text.paste(bytes)
                content = .hidden(text)
            case .choice: break
            }
        }
    }

    private var buttons: [Focus] { [.cancel, .submit] + (hasOptions ? [.turn] : []) }

    private var stops: [Focus] { shown.map { .field($0.name) } + buttons }

    private mutating func move(by steps: Int) {
        let stops = stops
        move(to: stops[((stops.firstIndex(of: focus) ?? 0) + steps + stops.count) % stops.count])
    }

    /// In a field enter goes on to the next one, behind the last to the button: what is meant takes a key of its own.
    private mutating func enter() -> Outcome {
        switch focus {
        case .cancel: return .cancelled
        case .turn:
            turn()
            return .stays
        case .field(let name):
            let shown = shown
            let next = (shown.firstIndex { $0.name == name } ?? 0) + 1
            move(to: next < shown.count ? .field(shown[next].name) : .submit)
            return .stays
        case .submit:
            if let (name, words) = purpose.problem(in: self) {
                refuse(name, words)
                return .stays
            }
            return .submitted
        }
    }

    private mutating func turn(by steps: Int) {
        guard let place = buttons.firstIndex(of: focus) else { return choose(by: steps) }
        move(to: buttons[(place + steps + buttons.count) % buttons.count])
    }

    private mutating func choose(by steps: Int) {
        edit { content in
            guard case .choice(let words, let chosen) = content else { return }
            let next = chosen.map { ($0 + steps + words.count) % words.count } ?? (steps > 0 ? 0 : words.count - 1)
            content = .choice(words, chosen: next)
        }
    }

    private mutating func choose(_ place: Int) {
        edit { content in
            guard case .choice(let words, _) = content, words.indices.contains(place) else { return }
            content = .choice(words, chosen: place)
        }
    }

    private mutating func edit(_ body: (inout Field.Content) -> Void) {
        guard case .field(let name) = focus, let place = fields.firstIndex(where: { $0.name == name }) else { return }
        body(&fields[place].content)
        problem = nil
    }
}
