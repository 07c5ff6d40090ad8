/// Numbers as one line of text, a cell each.
public enum Sparkline {
    private static let blocks = Array("▁▂▃▄▅▆▇█")
    private static let plain = Array("_-=+*%#@")

    /// A dot is zero, every other number at least the lowest step; the highest number reaches the top.
    public static func text(_ counts: [Int], isUnicode: Bool) -> String {
        let steps = isUnicode ? blocks : plain
        let highest = max(counts.max() ?? 0, 1)
        return String(
            counts.map { count -> Character in
                guard count > 0 else { return "." }
                return steps[max(0, (count * steps.count + highest - 1) / highest - 1)]
            })
    }
}
