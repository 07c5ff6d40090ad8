extension SeenProcess {
    /// Reads a line of `/proc/PID/stat`: `ID (NAME) STATE PARENT GROUP SESSION TERMINAL …`. The name may hold blanks and
    /// brackets; nil if the line is something else.
    init?(stat: String, arguments: [String]) {
        guard let opening = stat.firstIndex(of: "("), let closing = stat.lastIndex(of: ")"), opening < closing,
            let id = Int32(stat[..<opening].filter { $0 != " " })
        else { return nil }
        let rest = stat[stat.index(after: closing)...].split(separator: " ")
        guard rest.count >= 5, let parent = Int32(rest[1]), let device = Int32(rest[4]) else { return nil }
        self.init(
            id: id, parent: parent, name: String(stat[stat.index(after: opening)..<closing]), arguments: arguments,
            terminal: Self.terminal(device))
    }

    /// Minor numbers stand in bits 31 to 20 and 7 to 0, major ones in 15 to 8; 136 to 143 are the pseudo terminals, 4 the
    /// consoles (proc(5), "tty_nr").
    private static func terminal(_ device: Int32) -> String? {
        let bits = UInt32(bitPattern: device)
        let minor = bits & 0xFF | (bits >> 20) << 8
        switch bits >> 8 & 0xFFF {
        case let major where (136...143).contains(major): return "/dev/pts/\((major - 136) * 256 + minor)"
        case 4: return "/dev/tty\(minor)"
        default: return nil
        }
    }
}
