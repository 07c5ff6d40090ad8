import FoundationEssentials

/// The inline policy that denies all sessions which were issued before a time. Long-lived keys have no issue time, so it
/// does not touch them.
enum SessionDenial {
    static let name = "curtain-deny-sessions"
    /// The seconds that a session may still be issued after the policy was written down, and the clocks may differ.
    static let margin = 30.0

    static func document(before time: Date) -> PolicyText? {
        let text = time.addingTimeInterval(margin).formatted(Date.ISO8601FormatStyle())
        return PolicyText(
            """
            {"Version":"2012-10-17","Statement":[{"Sid":"CurtainDenySessions","Effect":"Deny","Action":"*","Resource":"*",\
            "Condition":{"DateLessThan":{"aws:TokenIssueTime":"\(text)"}}}]}
            """)
    }
}
