import ConsoleViewModels
import Inventory
import TerminalCanvas

/// How wide the columns of a function's variables are: as what stands in them, where the pane has the room.
struct VariableColumns {
    let name: Int
    let value: Int
    /// In a narrow pane a link goes on over the column that would say of its target which store it is in: the link does.
    let linksSpan: Bool

    /// The mask, a space and the longest class of a size.
    private static let closed = 15
    /// ` ≡ in 9 more`
    private static let others = 12

    /// - Parameters:
    ///   - usual: of the names, in line with the labels of the sections below, if that leaves the others their room.
    ///   - room: for all three and a space between any two.
    init(_ items: [DetailItem], usual: Int, room: Int, in buffer: ScreenBuffer) {
        var (name, link, words, rest) = (0, Self.closed, 0, 0)
        for case .variable(let variable, _, let others) in items {
            name = max(name, TextWidth.of(variable.name))
            if let target = variable.of { link = max(link, TextWidth.of("\(buffer.sign(.link)) \(target.text)")) }
            let source = TextWidth.of(variable.source.words)
            rest = max(rest, source + (others > 0 ? Self.others : 0))
            if variable.of == nil { words = max(words, source) }
        }
        linksSpan = max(name, usual) + link + rest + 3 > room
        self.name = linksSpan ? max(8, min(name, room - 2 - words - Self.closed)) : max(name, usual)
        // With a space more where there is one to spare.
        value = linksSpan ? Self.closed : link + 1
    }
}
