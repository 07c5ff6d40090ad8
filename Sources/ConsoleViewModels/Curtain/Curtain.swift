import Inventory

/// The one place of the console that can hold a value. It is one enum with at most one value in it, so that two
/// cannot be open at once.
public enum Curtain: Sendable {
    case closed
    /// The note is being typed; nothing has been asked for.
    case asking(NoteDialog)
    /// The record is being written and the value fetched.
    case fetching(RevealRequest, among: FieldChoice?)
    /// A JSON secret: its fields by name, all closed.
    case choosing(FieldChoice)
    case revealed(ShownValue, among: FieldChoice?)

    /// The value that is open.
    public var value: ShownValue? {
        switch self {
        case .revealed(let value, _): value
        case .closed, .asking, .fetching, .choosing: nil
        }
    }

    /// The fields that stand beside it.
    public var fields: FieldChoice? {
        switch self {
        case .choosing(let choice): choice
        case .fetching(_, let choice), .revealed(_, let choice): choice
        case .closed, .asking: nil
        }
    }

    public var isClosed: Bool {
        switch self {
        case .closed: true
        case .asking, .fetching, .choosing, .revealed: false
        }
    }

    public var isFetching: Bool {
        switch self {
        case .fetching: true
        case .closed, .asking, .choosing, .revealed: false
        }
    }
}
