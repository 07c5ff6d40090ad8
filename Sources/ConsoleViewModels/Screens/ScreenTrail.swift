/// The views that were seen, and where in them we are.
public struct ScreenTrail: Sendable, Equatable {
    private static let limit = 100
    public private(set) var screens: [Screen]
    public private(set) var position = 0
    /// The view before this one, for `-`.
    public private(set) var last: Screen?

    public init(_ first: Screen) {
        screens = [first]
    }

    public var current: Screen { screens[position] }
    public var hasBack: Bool { position > 0 }
    public var hasForward: Bool { position + 1 < screens.count }

    /// Goes to a view; what lay ahead is forgotten.
    public mutating func visit(_ screen: Screen) {
        guard screen != current else { return }
        last = current
        screens.removeSubrange((position + 1)...)
        screens.append(screen)
        if screens.count > Self.limit { screens.removeFirst() }
        position = screens.count - 1
    }

    /// One view back; false if there is none.
    public mutating func goBack() -> Bool {
        guard hasBack else { return false }
        last = current
        position -= 1
        return true
    }

    /// One view forward; false if there is none.
    public mutating func goForward() -> Bool {
        guard hasForward else { return false }
        last = current
        position += 1
        return true
    }
}
