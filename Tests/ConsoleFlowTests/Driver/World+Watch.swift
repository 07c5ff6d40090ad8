import ConsoleViewModels

extension World {
    /// A watch as a runner would push it.
    static func watch(_ state: WatchSheet.State, uses: Bool = false) -> WatchSheet {
        let now = 1_795_000_000.0
        return WatchSheet(
            state: state, end: now + 1800, looked: now,
            subjects: [.init(reference: "secret:prod/pay", since: now - 600)],
            regions: [.init(name: "eu-west-1", newest: now - 120), .init(name: "us-east-1", newest: nil)],
            uses: uses
                ? [
                    .init(
                        time: now - 60, isTry: false, actor: "eve",
                        words: "GetSecretValue with secret:prod/pay, from 203.0.113.77, eu-west-1")
                ] : [],
            pulses: [.init(function: "payments-api", errors: [0, 0, 1, 8], throttles: [0, 0, 0, 0])],
            problems: [])
    }
}
