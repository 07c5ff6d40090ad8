extension RequestedSettings.Rotation {
    /// As a person writes it: `rate(30 days)`, `cron(…)`, a number of days, or `off`.
    ///
    /// - Throws: `usage` for a number of days that AWS does not take.
    public init(
        _ text: String, function: String? = nil, window: String? = nil
    ) throws(OperationFailure) {
        guard text != "off" else {
            self = .off
            return
        }
        guard let days = Int(text) else {
            self = .schedule(text, function: function, window: window)
            return
        }
        guard (1...1000).contains(days) else {
            throw OperationFailure(.usage, "rotation every \(text) days: AWS takes 1 to 1000 days")
        }
        self = .schedule("rate(\(days) days)", function: function, window: window)
    }
}
