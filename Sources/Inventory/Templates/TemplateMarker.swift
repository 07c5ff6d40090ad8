import SensitiveMemory

/// One variable put into a YAML template, or taken out of it, by one line of its text; everything else stays byte for byte.
///
/// The text is searched, not written anew: comments, order and short forms stay. What comes of it is read again and must be
/// the same template but for this one variable.
public struct TemplateMarker: Sendable {
    /// What is put in the place of these bytes.
    public struct Edit: Sendable, Equatable {
        public let range: Range<Int>
        public let text: String
    }

    let variable: String
    /// nil takes it out.
    let value: String?
    /// The logical ids of the functions.
    let functions: [String]

    public init(_ variable: String, _ value: String?, in functions: [String]) {
        self.variable = variable
        self.value = value
        self.functions = functions
    }

    /// The edits in the order of their places.
    ///
    /// - Throws: what in the template stands in the way, and in which line.
    public func edits(in bytes: UnsafeRawBufferPointer) throws(TemplateError) -> [Edit] {
        var edits: [Edit] = []
        for function in functions {
            var parser = YAMLParser(bytes)
            let path = ["Resources", function, "Properties", "Environment", "Variables"]
            let column = try parser.enter(path)
            if let edit = try edit(&parser, column) { edits.append(edit) }
        }
        return edits.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// Whether the two are the same template but for the variable, which the second has as it should.
    public func isOnlyDifference(
        between before: UnsafeRawBufferPointer, and after: UnsafeRawBufferPointer
    ) throws(TemplateError) -> Bool {
        let (first, second) = (try TemplateTree(before), try TemplateTree(after))
        for function in functions {
            let variables = second.root["Resources"]?[function]?["Properties"]?["Environment"]?["Variables"]
            guard second.text(variables?[variable]) == value else { return false }
        }
        return same(first.root, first, second.root, second, [])
    }

    /// At the first variable: the line that there is, or a new one in front of it.
    private func edit(_ parser: inout YAMLParser, _ column: Int) throws(TemplateError) -> Edit? {
        let first = parser.lineStart
        let line = value.map { String(repeating: " ", count: column) + "\(variable): \($0)" + parser.lineBreak }
        while parser.isKey {
            let start = parser.lineStart
            if try parser.key() == variable {
                parser.skipLine()
                return Edit(range: start..<parser.position, text: line ?? "")
            }
            guard try parser.passValue(of: column) else { break }
        }
        return line.map { Edit(range: first..<first, text: $0) }
    }

    private func same(
        _ left: TemplateTree.Node, _ first: TemplateTree, _ right: TemplateTree.Node, _ second: TemplateTree,
        _ path: [String]
    ) -> Bool {
        switch (left, right) {
        case (.null, .null): return true
        case (.scalar(let one), .scalar(let other)):
            return first.arena.withUnsafeBytes { all in
                second.arena.withUnsafeBytes { all[one].elementsEqual($0[other]) }
            }
        case (.list(let ones), .list(let others)):
            return ones.count == others.count
                && zip(ones, others).allSatisfy { same($0, first, $1, second, path + ["*"]) }
        case (.map(let ones), .map(let others)):
            let (ones, others) = (without(ones, path), without(others, path))
            return ones.map(\.key) == others.map(\.key)
                && zip(ones, others).allSatisfy { same($0.value, first, $1.value, second, path + [$0.key]) }
        case (.null, _), (.scalar, _), (.list, _), (.map, _): return false
        }
    }

    private func without(
        _ members: [(key: String, value: TemplateTree.Node)], _ path: [String]
    ) -> [(key: String, value: TemplateTree.Node)] {
        guard path.count == 5, path[0] == "Resources", functions.contains(path[1]),
            path[2...] == ["Properties", "Environment", "Variables"]
        else { return members }
        return members.filter { $0.key != variable }
    }
}
