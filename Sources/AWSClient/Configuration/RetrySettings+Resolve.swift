extension RetrySettings {
    static func resolve(_ reader: SettingReader) throws(AWSError) -> RetrySettings {
        let mode = try reader.choice("AWS_RETRY_MODE", "retry_mode", ["legacy", "standard", "adaptive"])
        let attempts = try reader.number("AWS_MAX_ATTEMPTS", "max_attempts", atLeast: 1)
        return RetrySettings(
            mode: mode == "adaptive" ? .adaptive : .standard, maxAttempts: attempts ?? 3,
            usesRulesOf2026: reader.environment.flag("AWS_NEW_RETRIES_2026") ?? false)
    }
}
