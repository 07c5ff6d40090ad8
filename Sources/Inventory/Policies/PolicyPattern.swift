/// A text with `*` (any characters) and `?` (any one) as IAM matches it, and with policy variables.
///
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
public struct PolicyPattern: Sendable, Hashable {
    fileprivate enum Piece: Sendable, Hashable {
        case byte(UInt8)
        case one, many
        /// `${aws:PrincipalTag/team}`: what will stand there is known with the request only.
        case variable(String)
    }

    public let text: String
    /// What the text begins with before its first wildcard or variable.
    let prefix: String
    /// Whether the pattern is only that prefix.
    let isLiteral: Bool
    private let pieces: [Piece]
    private let ignoresCase: Bool
    private let hasVariable: Bool

    /// - Parameters:
    ///   - ignoresCase: as for actions and for the operators that say so.
    ///   - hasVariables: policies of version 2008-10-17 have none: `${` stands for itself there.
    public init(_ text: String, ignoresCase: Bool = false, hasVariables: Bool = true) {
        self.text = text
        self.ignoresCase = ignoresCase
        var pieces: [Piece] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.first {
            rest = rest.dropFirst()
            if byte == UInt8(ascii: "*") {
                if pieces.last != .many { pieces.append(.many) }
            } else if byte == UInt8(ascii: "?") {
                pieces.append(.one)
            } else if hasVariables, byte == UInt8(ascii: "$"), rest.first == UInt8(ascii: "{"),
                let end = rest.firstIndex(of: UInt8(ascii: "}"))
            {
                let name = String(decoding: rest[(rest.startIndex + 1)..<end], as: UTF8.self)
                rest = rest[(end + 1)...]
                // ${*}, ${?} and ${$} are the characters themselves.
                if ["*", "?", "$"].contains(name), let byte = name.utf8.first {
                    pieces.append(.byte(byte))
                } else {
                    pieces.append(.variable(name))
                }
            } else {
                pieces.append(.byte(ignoresCase ? Self.folded(byte) : byte))
            }
        }
        self.pieces = pieces
        let start = pieces.prefix { if case .byte = $0 { true } else { false } }
        prefix = String(
            decoding: start.compactMap { if case .byte(let byte) = $0 { byte } else { nil } }, as: UTF8.self)
        isLiteral = start.count == pieces.count
        hasVariable = pieces.contains { if case .variable = $0 { true } else { false } }
    }

    /// Whether the text matches. Unknown where it hangs on a variable whose value is not known.
    public func matches(_ text: String, variables: (String) -> String? = { _ in nil }) -> Truth {
        if !ignoresCase {
            if isLiteral { return Truth(text == prefix) }
            guard text.utf8.starts(with: prefix.utf8) else { return .no }
        }
        guard hasVariable else { return Truth(Self.match(pieces[...], Array(text.utf8)[...], ignoresCase)) }
        guard let unknown = pieces.compactMap({ $0.unknown(variables) }).first else {
            return Truth(Self.match(resolved(variables)[...], Array(text.utf8)[...], ignoresCase))
        }
        // Whatever the variable will be: if not even anything in its place matches, it does not.
        let open = resolved(variables)
        return Self.match(open[...], Array(text.utf8)[...], ignoresCase) ? .unknown(unknown) : .no
    }

    private func resolved(_ variables: (String) -> String?) -> [Piece] {
        guard pieces.contains(where: { if case .variable = $0 { true } else { false } }) else { return pieces }
        return pieces.flatMap { piece -> [Piece] in
            guard case .variable(let name) = piece else { return [piece] }
            guard let value = variables(name) else { return [.many] }
            return value.utf8.map { .byte(ignoresCase ? Self.folded($0) : $0) }
        }
    }

    /// Two fingers and the last star: linear for the patterns that policies have.
    private static func match(_ pattern: ArraySlice<Piece>, _ text: ArraySlice<UInt8>, _ folds: Bool) -> Bool {
        var (at, place) = (pattern.startIndex, text.startIndex)
        var star: (pattern: Int, text: Int)?
        while place < text.endIndex {
            if at < pattern.endIndex, pattern[at] == .many {
                star = (at + 1, place)
                at += 1
            } else if at < pattern.endIndex, accepts(pattern[at], text[place], folds) {
                at += 1
                place += 1
            } else if let last = star {
                star = (last.pattern, last.text + 1)
                (at, place) = (last.pattern, last.text + 1)
            } else {
                return false
            }
        }
        return pattern[at...].allSatisfy { $0 == .many }
    }

    private static func accepts(_ piece: Piece, _ byte: UInt8, _ folds: Bool) -> Bool {
        switch piece {
        case .one: true
        case .byte(let wanted): wanted == (folds ? folded(byte) : byte)
        case .many, .variable: false
        }
    }

    private static func folded(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}

extension PolicyPattern.Piece {
    fileprivate func unknown(_ variables: (String) -> String?) -> String? {
        if case .variable(let name) = self, variables(name) == nil { name } else { nil }
    }
}
