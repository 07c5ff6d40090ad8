import CNcurses
import Glibc
import TerminalCanvas

/// Makes the C library speak the terminal's character set, and says which signs that leaves.
enum CharacterSet {
    /// The locale is the person's own. Where none is set at all, as in containers, UTF-8 is a better guess
    /// than ASCII; where one is set that is not UTF-8, it is believed. (The C functions setlocale and nl_langinfo.)
    static func choose(terminal: TerminalName, environment: (String) -> String?) -> GlyphSet {
        setlocale(LC_CTYPE, "")
        let named = ["LC_ALL", "LC_CTYPE", "LANG"].contains { environment($0)?.isEmpty == false }
        if !isUTF8, !named { setlocale(LC_CTYPE, "C.UTF-8") }
        return isUTF8 && terminal.hasSigns ? .unicode : .ascii
    }

    private static var isUTF8: Bool {
        guard let name = nl_langinfo(nl_item(CODESET)) else { return false }
        return String(cString: name).uppercased() == "UTF-8"
    }
}
