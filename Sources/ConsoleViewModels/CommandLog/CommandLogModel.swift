/// Every AWS call of the session, the newest last.
public struct CommandLogModel: Sendable, Equatable {
    /// How many are kept.
    static let limit = 1_000

    public private(set) var lines: [CallLine] = []
    /// Calls that were made, the forgotten ones included.
    public private(set) var total = 0
    /// How many of them AWS refused, or never answered.
    public private(set) var failed = 0
    /// How many of those because we were too fast.
    public private(set) var throttled = 0
    public private(set) var cursor = 0
    public private(set) var top = 0
    public private(set) var find = ListFilter.none

    mutating func append(_ line: CallLine, height: Int) {
        let follows = cursor >= lines.count - 1
        total += 1
        if line.isFailure { failed += 1 }
        if line.isThrottled { throttled += 1 }
        if lines.count == Self.limit {
            lines.removeFirst(Self.limit / 10)
            cursor = max(0, cursor - Self.limit / 10)
        }
        lines.append(line)
        if follows { cursor = lines.count - 1 }
        clamp(height: height)
    }

    mutating func move(to position: Int, height: Int) -> Bool {
        let before = cursor
        cursor = position
        clamp(height: height)
        return cursor != before
    }

    mutating func find(_ text: String) {
        find = ListFilter(text)
    }

    /// Puts the cursor on the next call, in that direction, that matches.
    mutating func moveToMatch(forward: Bool, height: Int) -> Bool {
        let count = lines.count
        guard count > 0 else { return false }
        for step in 1...count {
            let place = ((cursor + (forward ? step : -step)) % count + count) % count
            let line = lines[place]
            let text = "\(line.operation) \(line.target ?? "") \(line.code) \(line.requestID)"
            if !find.matches(in: text).isEmpty { return move(to: place, height: height) }
        }
        return false
    }

    mutating func clamp(height: Int) {
        let height = max(1, height)
        cursor = max(0, min(cursor, lines.count - 1))
        top = min(max(top, cursor - height + 1), cursor)
        top = max(0, min(top, lines.count - height))
    }
}
