/// Cuts a text at its separators and remembers where each piece stood, so that an error can name the place.
struct ReferenceScanner {
    /// A piece of the text, not yet decoded, and the place of its first character counted from 1.
    struct Piece {
        let characters: ArraySlice<Unicode.Scalar>

        var place: Int { characters.startIndex + 1 }
        var end: Int { characters.endIndex + 1 }
        var isEmpty: Bool { characters.isEmpty }
        var raw: String {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: characters)
            return String(view)
        }

        /// What stands before and behind the first such character; nil if there is none.
        func split(at mark: Unicode.Scalar) -> (before: Piece, after: Piece)? {
            guard let index = characters.firstIndex(of: mark) else { return nil }
            return (Piece(characters: characters[..<index]), Piece(characters: characters[(index + 1)...]))
        }

        func starts(with text: String) -> Bool { characters.starts(with: text.unicodeScalars) }

        func dropFirst(_ count: Int) -> Piece { Piece(characters: characters.dropFirst(count)) }
    }

    let whole: Piece

    init(_ text: String) throws(ReferenceError) {
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated()
        where scalar != "%" && scalar != "@" && scalar != "#" && ReferenceEncoding.mustEncode(scalar) {
            throw ReferenceError(
                "a space or control character; write it percent-encoded (\(ReferenceEncoding.encode(String(scalar))))",
                at: index + 1)
        }
        whole = Piece(characters: scalars[...])
    }
}

extension ReferenceScanner.Piece {
    /// The piece percent-decoded; `what` names it in the error if it is empty.
    func decoded(_ what: String) throws(ReferenceError) -> String {
        guard !isEmpty else { throw ReferenceError("\(what) is missing", at: place) }
        var bytes: [UInt8] = []
        var index = characters.startIndex
        while index < characters.endIndex {
            let scalar = characters[index]
            switch scalar {
            case "%":
                guard index + 2 < characters.endIndex, let high = Self.digit(characters[index + 1]),
                    let low = Self.digit(characters[index + 2])
                else {
                    throw ReferenceError("% needs two hexadecimal digits behind it (% itself is %25)", at: index + 1)
                }
                bytes.append(high << 4 | low)
                index += 3
            case "@", "#":
                throw ReferenceError(
                    "\(scalar) has no meaning here; inside a name it is written "
                        + ReferenceEncoding.encode(String(scalar)), at: index + 1)
            default:
                bytes.append(contentsOf: UTF8.encode(scalar)!)
                index += 1
            }
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw ReferenceError("\(what) is not UTF-8 once decoded", at: place)
        }
        return text
    }

    private static func digit(_ scalar: Unicode.Scalar) -> UInt8? {
        scalar.isASCII ? Character(scalar).hexDigitValue.map(UInt8.init) : nil
    }
}
