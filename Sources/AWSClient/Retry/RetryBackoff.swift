/// How long to wait before the next try, and what it costs.
struct RetryBackoff {
    static let longest = 20.0
    /// Seconds by which a server may lengthen a wait.
    static let longestExtra = 5.0

    let settings: RetrySettings
    /// DynamoDB has shorter waits under the rules of 2026.
    let service: AWSServiceID

    /// - Parameters:
    ///   - attempt: the try that failed, from 1.
    ///   - random: from 0 to 1.
    ///   - serverWish: seconds that the answer asked for.
    func delay(attempt: Int, reason: RetryReason, random: Double, serverWish: Double?) -> Double {
        let power = Double(1 << min(attempt - 1, 30))
        let delay = random * min(scale(reason) * power, Self.longest)
        guard let serverWish else { return delay }
        return max(delay, min(serverWish, delay + Self.longestExtra))
    }

    func price(_ reason: RetryReason) -> Int {
        switch (settings.usesRulesOf2026, reason) {
        case (true, .throttled): 5
        case (true, .transient), (true, .timeout): 14
        case (false, .timeout): 10
        case (false, .throttled), (false, .transient): 5
        }
    }

    private func scale(_ reason: RetryReason) -> Double {
        guard settings.usesRulesOf2026, reason != .throttled else { return 1 }
        return service.endpointPrefix == "dynamodb" ? 0.025 : 0.05
    }

    /// What the headers ask for, in seconds: `x-amz-retry-after` in milliseconds, `Retry-After` in seconds.
    static func serverWish(_ headers: [String: String]) -> Double? {
        if let text = headers["x-amz-retry-after"], let milliseconds = Int(text), milliseconds >= 0 {
            return Double(milliseconds) / 1000
        }
        if let text = headers["retry-after"], let seconds = Int(text), seconds >= 0 { return Double(seconds) }
        return nil
    }
}
