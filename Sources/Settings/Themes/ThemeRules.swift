import ForeignText
import TerminalCanvas

/// What no theme may do: let a mask tell a length, hide the share banner, or make a revealed value look like
/// a masked one.
enum ThemeRules {
    /// The columns of every mask.
    static let maskWidth = 8
    /// The most columns of any other sign.
    static let signWidth = 6

    /// The rules that the theme breaks; `place` is the entry of the file.
    static func broken(by theme: Theme) -> [(place: [String], message: String)] {
        var result: [(place: [String], message: String)] = []
        for glyph in ThemeGlyph.allCases {
            if let message = fault(of: glyph, theme.forms(of: glyph)) {
                result.append((["glyph", glyph.rawValue], message))
            }
        }
        let masked = theme.forms(of: .masked)
        let revealed = theme.forms(of: .revealed)
        if masked.unicode == revealed.unicode || masked.ascii == revealed.ascii {
            result.append((["glyph", "revealed"], "the sign of a revealed value must differ from the mask"))
        }
        if theme[.revealed] == theme[.masked] {
            result.append((["role", "revealed"], "a revealed value must not look like a masked one"))
        }
        let banner = theme[.shareBanner]
        if banner == theme[.text] || banner.foreground == banner.background && banner.foreground != .terminalDefault {
            result.append((["role", "share_banner"], "the share banner must stand out"))
        } else if let contrast = banner.contrast, contrast < Contrast.text {
            result.append((["role", "share_banner"], "the share banner must be legible: its contrast is under 4.5"))
        }
        return result
    }

    private static func fault(of glyph: ThemeGlyph, _ forms: ThemeGlyph.Forms) -> String? {
        guard forms.ascii.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else {
            return "the second form of glyph.\(glyph.rawValue) must be printable ASCII"
        }
        guard !forms.unicode.unicodeScalars.contains(where: ForeignText.isUnsafe) else {
            return "glyph.\(glyph.rawValue) has characters that a terminal obeys or hides"
        }
        for form in [forms.unicode, forms.ascii] {
            let width = TextWidth.of(form)
            if glyph == .masked {
                guard width == maskWidth, Set(form).count == 1, form.first != " " else {
                    return "the mask is the same sign \(maskWidth) columns wide, so that it tells no length"
                }
            } else if width == 0 || width > signWidth {
                return "glyph.\(glyph.rawValue) must be 1 to \(signWidth) columns wide"
            }
        }
        return nil
    }
}
