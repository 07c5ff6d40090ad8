import FoundationEssentials
import Inventory
import TerminalCanvas

extension ParameterRow {
    var flagWords: [String] {
        var words: [String] = []
        if type != "SecureString" { words.append("not encrypted") }
        if policies.contains(where: { $0.hasPrefix("Expiration") }) { words.append("expires") }
        return words
    }
}

extension SecretRow {
    func rotationCell(wall: Double) -> ListCell {
        guard rotation.enabled else { return ListCell("off", .muted) }
        if isOverdue(wall: wall) { return ListCell("overdue", .stale) }
        return ListCell(rotation.days.map { "\($0) days" } ?? "on")
    }

    /// Whether it should have rotated before that time. Where nobody tells when, the last rotation and its rule do.
    func isOverdue(wall: Double) -> Bool {
        guard rotation.enabled else { return false }
        if let next = rotation.next { return next.timeIntervalSince1970 < wall }
        guard let last = rotation.last, let days = rotation.days else { return false }
        return last.timeIntervalSince1970 + 86_400 * Double(days) < wall
    }

    /// Versions by what they are for: current, previous, pending.
    var stageWords: String {
        let stages = Set(versions.flatMap(\.stages))
        var words: [String] = []
        if stages.contains("AWSCURRENT") { words.append("cur") }
        if stages.contains("AWSPREVIOUS") { words.append("prev") }
        if isPending { words.append("pend") }
        return words.isEmpty ? "-" : words.joined(separator: "+")
    }

    /// A pending label that sits on the current version too is left over and harmless.
    var isPending: Bool {
        versions.contains { $0.stages.contains("AWSPENDING") && !$0.stages.contains("AWSCURRENT") }
    }

    func flagWords(wall: Double) -> [String] {
        var words: [String] = []
        if deleting != nil { words.append("deleting") }
        if isPending { words.append("pending") }
        if owner != nil { words.append("managed") }
        return words
    }
}

extension KeyRow {
    var rotationCell: ListCell {
        guard let rotation else { return .untold }
        guard rotation.enabled else { return ListCell("off", .muted) }
        return ListCell(rotation.days.map { "\($0) days" } ?? "on")
    }

    var flagWords: [String] {
        var words: [String] = []
        if let state, state != "Enabled" { words.append("unusable") }
        if isFixed { words.append("no rotation") }
        return words
    }

    /// A customer's key that does not rotate by itself.
    var isFixed: Bool { manager == "CUSTOMER" && rotation.map { !$0.enabled } ?? false }
}
