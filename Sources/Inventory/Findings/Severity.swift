/// How bad a finding is.
public enum Severity: String, CaseIterable, Sendable, Comparable {
    case low, medium, high, critical

    private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    public static func < (left: Severity, right: Severity) -> Bool { left.order < right.order }
}
