/// One place on the screen: twenty plain bytes, no `String` in it, so that overwriting a cell leaves
/// nothing of what it showed behind.
public struct Cell: Equatable, Sendable {
    /// The scalar drawn; 0 in the right half of a wide one.
    public var base: UInt32
    /// Up to three combining marks; 0 where there is none.
    public var mark1: UInt32
    public var mark2: UInt32
    public var mark3: UInt32
    /// Columns: 1 or 2, and 0 for the right half of a wide one.
    public var width: UInt8
    public var role: StyleRole
    /// What the drawing code adds to the attributes of the role.
    public var attributes: TextAttributes
    /// Whether it shows a part of a value: such cells are overwritten, not merely painted over.
    public var isSensitive: Bool

    public init(
        base: UInt32, width: UInt8 = 1, role: StyleRole, attributes: TextAttributes = [], isSensitive: Bool = false
    ) {
        self.base = base
        mark1 = 0
        mark2 = 0
        mark3 = 0
        self.width = width
        self.role = role
        self.attributes = attributes
        self.isSensitive = isSensitive
    }

    /// An empty place.
    public static func blank(_ role: StyleRole = .background) -> Cell { Cell(base: 0x20, role: role) }

    /// Puts a combining mark into the first free place; the caller has made sure that there is one.
    mutating func add(mark: UInt32) {
        if mark1 == 0 { mark1 = mark } else if mark2 == 0 { mark2 = mark } else { mark3 = mark }
    }
}
