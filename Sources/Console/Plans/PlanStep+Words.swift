import Inventory
import Operations

extension StringProtocol {
    /// `updateEnvironment` as `update environment`.
    var asWords: String {
        reduce(into: "") { words, letter in
            if letter.isUppercase { words += " " + letter.lowercased() } else { words.append(letter) }
        }
    }
}

extension StepAction {
    /// Its name as words.
    var words: String { rawValue.asWords }
}

extension StepKey {
    /// The name of its action as words.
    var words: String { text.prefix { $0 != " " }.asWords }
}

extension PlanStep {
    /// The function whose lane it is in; nil before, behind and between the lanes.
    var function: String? {
        guard wave != nil else { return nil }
        return switch (action, reference) {
        case (.checkWave, _): nil
        case (_, .function(let name, _)), (_, .alias(let name, _)): name
        case (_, .variable(let name, _, _)): name
        case (_, _): nil
        }
    }

    func words(_ direction: Direction) -> String {
        switch direction {
        case .forward: action.words
        case .back: "undo \(action.words)"
        }
    }

    /// How it is taken back, for the plan's page.
    var undoWords: String {
        switch undo {
        case .automatic: "automatic"
        case .hook: "by hook"
        case .none: ""
        }
    }
}
