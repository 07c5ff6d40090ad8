import TerminalCanvas

/// Numbers as signs of rising height.
enum CountsView {
    /// A dot is zero, every other number at least the lowest step; the highest number reaches the top.
    static func text(_ counts: some Collection<Int>, in glyphs: GlyphSet) -> String {
        let steps = Array(glyphs == .unicode ? "▁▂▃▄▅▆▇█" : "_-=+*%#@")
        let highest = max(counts.max() ?? 0, 1)
        return String(
            counts.map { count -> Character in
                guard count > 0 else { return "." }
                return steps[max(0, (count * steps.count + highest - 1) / highest - 1)]
            })
    }
}
