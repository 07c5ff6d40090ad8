/// Keeps what the chain found, renews it before it ends, and asks the sources once however many calls wait.
public actor CredentialKeeper: CredentialProviding {
    /// Seconds before the end from which a call waits for new credentials.
    static let mandatory: Double = 10 * 60
    /// Seconds before the end from which new ones are fetched on the side.
    static let advisory: Double = 15 * 60

    private let source: any CredentialSource
    private let clock: any ClientClock
    private var current: AWSCredentials?
    private var running: Task<Result<AWSCredentials, AWSError>, Never>?
    /// How many calls wait for what is running; it is given up when the last of them is cancelled.
    private(set) var waiting = 0
    private var abandoned = 0
    /// After a renewal failed, the next on the side is not before this time.
    private var notBefore: Double = 0

    public init(_ source: any CredentialSource, clock: any ClientClock = SystemClock()) {
        self.source = source
        self.clock = clock
    }

    public func credentials() async throws(AWSError) -> AWSCredentials {
        guard let current, let expires = current.expires else {
            if let current { return current }
            return try await renewed()
        }
        let left = expires - clock.now()
        if left > Self.advisory { return current }
        if left > Self.mandatory {
            if running == nil, clock.now() >= notBefore { _ = start() }
            return current
        }
        do throws(AWSError) {
            return try await renewed()
        } catch {
            // What still works is used while the source is out of order, as long as it lasts.
            guard expires > clock.now() else { throw error }
            return current
        }
    }

    public func refuse(_ credentials: AWSCredentials) {
        if current?.secretKey === credentials.secretKey { current = nil }
    }

    private func renewed() async throws(AWSError) -> AWSCredentials {
        while true {
            let task = running ?? start()
            waiting += 1
            let result = await withTaskCancellationHandler {
                await task.value
            } onCancel: {
                Task { await self.leave(task) }
            }
            waiting -= 1
            // Given up because the others no longer wanted it: this one still does.
            if case .failure(let error) = result, error.kind == .cancelled, task.isCancelled, !Task.isCancelled {
                continue
            }
            return try result.get()
        }
    }

    /// One of those who wait was cancelled.
    private func leave(_ task: Task<Result<AWSCredentials, AWSError>, Never>) {
        abandoned += 1
        if running == task, abandoned >= waiting { task.cancel() }
    }

    /// One task for all who wait; it ends early only when none of them does any more.
    private func start() -> Task<Result<AWSCredentials, AWSError>, Never> {
        let task = Task { () -> Result<AWSCredentials, AWSError> in
            let result = await self.fetch()
            self.finish(result)
            return result
        }
        running = task
        abandoned = 0
        return task
    }

    private nonisolated func fetch() async -> Result<AWSCredentials, AWSError> {
        do throws(AWSError) {
            guard let found = try await source.credentials() else { return .failure(Self.none) }
            if let expires = found.expires, expires <= clock.now() {
                return .failure(
                    AWSError(
                        .expiredCredentials, operation: "credentials", code: "ExpiredCredentials",
                        message: "the credentials from \(found.source) ended at"
                            + " \(CivilTime(seconds: expires).rfc3339); sign in again"))
            }
            return .success(found)
        } catch {
            return .failure(error)
        }
    }

    private func finish(_ result: Result<AWSCredentials, AWSError>) {
        running = nil
        switch result {
        case .success(let found): current = found
        case .failure: notBefore = clock.now() + 60
        }
    }

    static let none = AWSError(
        .noCredentials, operation: "credentials", code: "NoCredentials",
        message: "no credentials in the environment, the shared files or any other place; sign in"
            + " (curtain login, aws sso login, aws configure) or name a profile with --profile")
}
