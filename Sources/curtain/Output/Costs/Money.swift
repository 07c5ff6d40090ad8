/// US dollars as they are printed.
enum Money {
    /// `$4.10`; below a cent four places, below a hundredth of that seven.
    static func text(_ amount: Double) -> String {
        let places = amount == 0 || amount >= 0.01 ? 100 : amount >= 0.0001 ? 10_000 : 10_000_000
        let units = Int((amount * Double(places)).rounded())
        let rest = String(units % places)
        let zeros = String(repeating: "0", count: String(places).count - 1 - rest.count)
        return "$\(units / places).\(zeros)\(rest)"
    }
}
