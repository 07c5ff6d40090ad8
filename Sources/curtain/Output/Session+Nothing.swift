extension Session {
    /// Tells a person that the table above is empty because nothing is there; programs see it by the rows.
    func tellNothing(_ words: String) {
        guard !options.quiet, format() == .table else { return }
        StandardError.line("curtain: \(words)")
    }
}
