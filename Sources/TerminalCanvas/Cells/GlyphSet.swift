/// Which characters frames and signs are made of: those of Unicode, or ASCII where the terminal's
/// character set has no others.
public enum GlyphSet: Sendable {
    case unicode, ascii

    var horizontal: Unicode.Scalar { self == .unicode ? "─" : "-" }
    var vertical: Unicode.Scalar { self == .unicode ? "│" : "|" }
    var topLeft: Unicode.Scalar { self == .unicode ? "┌" : "+" }
    var topRight: Unicode.Scalar { self == .unicode ? "┐" : "+" }
    var bottomLeft: Unicode.Scalar { self == .unicode ? "└" : "+" }
    var bottomRight: Unicode.Scalar { self == .unicode ? "┘" : "+" }
    var teeLeft: Unicode.Scalar { self == .unicode ? "├" : "+" }
    var teeRight: Unicode.Scalar { self == .unicode ? "┤" : "+" }

    /// Stands for what was cut off, one column wide.
    public var ellipsis: Unicode.Scalar { self == .unicode ? "…" : ">" }
}
