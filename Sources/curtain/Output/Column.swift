/// A column of a table for a person.
struct Column<Row>: Sendable {
    enum Alignment: Sendable { case left, right }

    let title: String
    let alignment: Alignment
    let cell: @Sendable (Row) -> String

    init(_ title: String, _ alignment: Alignment = .left, _ cell: @escaping @Sendable (Row) -> String) {
        self.title = title
        self.alignment = alignment
        self.cell = cell
    }
}
