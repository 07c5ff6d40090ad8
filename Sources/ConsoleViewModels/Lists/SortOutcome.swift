/// What is left to do once a list has taken in the answer to a sort.
enum SortOutcome {
    case done
    /// What was asked for is not wanted any more: this is.
    case again(SortJob)
    /// The rows of a refresh are there; the old ones are to be let go beside the main loop.
    case replaced(RowRemains)
}
