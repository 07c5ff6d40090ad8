/// A part of the report, the same in every form that people read.
struct ReportSection: Equatable, Sendable {
    /// What it consists of, in its order.
    enum Part: Equatable, Sendable {
        case paragraph(String)
        /// Without titles it has no head.
        case table(titles: [String], rows: [[String]])
        case list([String])
        /// Only where there are pictures.
        case drawing(Drawing)
    }

    enum Drawing: Equatable, Sendable {
        case timeline, radius
    }

    /// nil for the facts at the top.
    let title: String?
    let parts: [Part]

    init(_ title: String?, _ parts: [Part]) {
        self.title = title
        self.parts = parts
    }

    /// A list, or the words for there being none.
    init(_ title: String, _ items: [String], none: String) {
        self.init(title, items.isEmpty ? [.paragraph(none)] : [.list(items)])
    }

    /// A table, or the words for there being none.
    init(_ title: String, _ titles: [String], _ rows: [[String]], none: String) {
        self.init(title, rows.isEmpty ? [.paragraph(none)] : [.table(titles: titles, rows: rows)])
    }
}
