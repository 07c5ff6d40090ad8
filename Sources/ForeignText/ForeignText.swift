/// Text that came from outside (AWS, a file, a person's paste) made safe to draw, print and log.
///
/// A terminal obeys what it is sent; ncurses passes U+202E through and acts on a carriage return. So
/// every character that moves, hides or reorders becomes its own name, `<U+XXXX>`, at the place where
/// the text enters the program.
public enum ForeignText {
    /// The text with every control, bidirectional, zero-width and tag character written as `<U+XXXX>`.
    public static func visible(_ text: String) -> String {
        // The common case, a clean name, costs one scan and no copy.
        guard !text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return text }
        guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if isUnsafe(scalar) {
                result.append(contentsOf: name(of: scalar).unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// `<U+202E>`: four hexadecimal digits at least, upper case.
    public static func name(of scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
    }

    /// Whether a terminal would act on the scalar, hide it or reorder its neighbours.
    public static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F, 0x80...0x9F: true  // C0, DEL, C1
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true  // bidirectional controls
        case 0x00AD, 0x034F, 0x180E, 0x200B...0x200D, 0x2060...0x2065, 0xFEFF: true  // zero width
        case 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0: true  // blank fillers
        case 0x2028, 0x2029: true  // line and paragraph separators
        case 0x206A...0x206F, 0xFFF9...0xFFFB: true  // deprecated format, interlinear annotation
        case 0xE0000...0xE0FFF: true  // tags and variation selectors supplement
        default: false
        }
    }
}
