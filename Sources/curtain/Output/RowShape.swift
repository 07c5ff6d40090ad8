/// How the rows of a command look in every format.
struct RowShape<Row>: Sendable {
    /// The names of `fields`, for the header of a CSV file without rows.
    let fieldNames: [String]
    /// Every field in its order; always the same names.
    let fields: @Sendable (Row) -> [Field]
    let columns: [Column<Row>]
    /// What `-o names` prints.
    let name: @Sendable (Row) -> String
}
