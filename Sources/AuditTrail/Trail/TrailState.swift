import StateFiles

/// What an open trail remembers between appends. Everything in it is checked again under the lock.
struct TrailState {
    /// The open file; opened again when the name means another file.
    var file: StateFile?
    /// The end as our last append left it.
    var tail: TrailTail?
    /// A failed sync could not be taken back: no append of this process is believed any more.
    var isDistrusted = false
}
