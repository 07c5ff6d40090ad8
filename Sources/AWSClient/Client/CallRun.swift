import SensitiveMemory

/// One call from its first try to its answer.
struct CallRun {
    private let client: AWSClient
    private let request: AWSRequest
    private let target: ResolvedEndpoint
    private let operation: String
    private let quota: RetryQuota
    private let limiter: AdaptiveLimiter?
    private let backoff: RetryBackoff
    private let maxAttempts: Int

    init(_ client: AWSClient, _ request: AWSRequest, _ target: ResolvedEndpoint) {
        self.client = client
        self.request = request
        self.target = target
        operation = request.qualifiedOperation
        let retries = client.shared.retries
        quota = retries.quota(for: request.service, in: client.configuration.region)
        limiter = retries.limiter(
            for: request.service, in: client.configuration.region, time: client.clock.now())
        backoff = RetryBackoff(settings: retries.settings, service: request.service)
        maxAttempts = retries.settings.maxAttempts
    }

    /// What one try came to.
    private enum Outcome {
        case answered(AWSResponse)
        /// It may be tried again, else this is the error.
        case retry(RetryReason, AWSError, serverWish: Double?)
        /// Signed with a wrong time or ended credentials: once more at once.
        case signAgain(AWSError)
    }

    func run(attempts: inout Int) async throws(AWSError) -> AWSResponse {
        var paid: Int?
        var signedAgain = false
        while true {
            try await waitForLimiter()
            attempts += 1
            switch try await tryOnce(mayCorrect: !signedAgain) {
            case .answered(let response):
                quota.release(paid ?? 1)
                return response
            case .signAgain:
                signedAgain = true
            case .retry(let reason, let error, let serverWish):
                let price = backoff.price(reason)
                guard attempts < maxAttempts, quota.acquire(price) else { throw error }
                paid = price
                try await pause(
                    backoff.delay(
                        attempt: attempts, reason: reason, random: client.random(), serverWish: serverWish))
            }
        }
    }

    private func tryOnce(mayCorrect: Bool) async throws(AWSError) -> Outcome {
        let credentials = try await client.provider?.credentials()
        let time = client.clock.now()
        let http = try SignedRequest(client.configuration, request, target, client.shared.keys)
            .make(credentials, at: time + client.shared.skew.seconds)
        let response: HTTPResponse
        do throws(TransportError) {
            response = try await client.transport.send(http)
        } catch {
            return try outcome(of: error)
        }
        if (200..<300).contains(response.status) {
            limiter?.record(throttled: false, at: client.clock.now())
            return .answered(try success(response))
        }
        let answer = ErrorAnswer(response)
        limiter?.record(
            throttled: ErrorCodes.isThrottling(code: answer.code, status: response.status), at: client.clock.now())
        let error = self.error(answer, response)
        if mayCorrect {
            if client.shared.skew.correct(
                code: answer.code, dateHeader: response.headers["date"], now: client.clock.now())
            {
                return .signAgain(error)
            }
            // A session that ended may have been renewed by another tool, or can be by the source.
            if error.kind == .expiredCredentials, let credentials, credentials.sessionToken != nil {
                await client.provider?.refuse(credentials)
                return .signAgain(error)
            }
        }
        return try outcome(of: error, answer, response)
    }

    /// Decides on an error that the service sent.
    private func outcome(
        of error: AWSError, _ answer: ErrorAnswer, _ response: HTTPResponse
    ) throws(AWSError) -> Outcome {
        let wish = RetryBackoff.serverWish(response.headers)
        if ErrorCodes.isThrottling(code: answer.code, status: response.status) {
            guard !request.waitsForItsTurn else {
                var error = error
                error.retryAfter = wish
                throw error
            }
            return .retry(.throttled, error, serverWish: wish)
        }
        guard
            ErrorCodes.transientStatus.contains(response.status) || ErrorCodes.transient.contains(answer.code)
                || isFirstContactFailure(answer)
        else {
            guard response.status >= 500, !request.mayBeRepeated else { throw error }
            throw ambiguous(error.code, error.requestID, error.status, "AWS answered with status \(error.status)")
        }
        guard request.mayBeRepeated else {
            throw ambiguous(error.code, error.requestID, error.status, "AWS answered with status \(error.status)")
        }
        return .retry(.transient, error, serverWish: wish)
    }

    /// STS could not reach the identity provider of a web identity: botocore repeats that as well.
    private func isFirstContactFailure(_ answer: ErrorAnswer) -> Bool { answer.code == "IDPCommunicationError" }

    /// Decides on an exchange that has no answer.
    private func outcome(of failure: TransportError) throws(AWSError) -> Outcome {
        let error = AWSError(
            AWSClient.kind(of: failure.kind), operation: operation, code: failure.code,
            message: AWSClient.words(of: failure))
        switch failure.kind {
        case .cancelled, .tls, .unusable, .tooLarge, .proxy:
            if failure.mayHaveArrived, !request.mayBeRepeated {
                throw ambiguous(failure.code, "", 0, failure.words)
            }
            throw error
        case .unresolved, .refused, .timedOut, .broken, .malformed:
            if failure.mayHaveArrived, !request.mayBeRepeated {
                throw ambiguous(failure.code, "", 0, failure.words)
            }
            return .retry(failure.kind == .timedOut ? .timeout : .transient, error, serverWish: nil)
        }
    }

    private func ambiguous(_ code: String, _ requestID: String, _ status: Int, _ why: String) -> AWSError {
        AWSError(
            .ambiguous, operation: operation, code: code,
            message: "\(why); whether \(operation) was carried out is not known: look before it is repeated",
            requestID: requestID, status: status)
    }

    private func success(_ response: HTTPResponse) throws(AWSError) -> AWSResponse {
        let requestID = RequestID.of(response.headers)
        if case .html = AnswerForm(response), request.service != .s3 {
            throw AWSError(
                .malformedAnswer, operation: operation, code: "HTMLAnswer",
                message: "the answer is an HTML page, which AWS does not send: a proxy or a portal is in between;"
                    + " check HTTPS_PROXY and the endpoint",
                requestID: requestID, status: response.status)
        }
        return AWSResponse(
            status: response.status, headers: response.headers, requestID: requestID, body: response.body)
    }

    private func error(_ answer: ErrorAnswer, _ response: HTTPResponse) -> AWSError {
        var message = MessageCleaning.clean(answer.message, carriedSecret: request.carriesSecret)
        if message.isEmpty { message = "AWS answered with status \(response.status) and no message" }
        return AWSError(
            ErrorCodes.kind(code: answer.code, status: response.status), operation: operation,
            code: MessageCleaning.clean(answer.code, carriedSecret: false), message: message,
            requestID: MessageCleaning.clean(answer.requestID, carriedSecret: false), status: response.status)
    }

    private func waitForLimiter() async throws(AWSError) {
        guard let limiter else { return }
        while true {
            let wait = limiter.wait(at: client.clock.now())
            guard wait > 0 else { return }
            try await pause(wait)
        }
    }

    private func pause(_ seconds: Double) async throws(AWSError) {
        do throws(CancellationError) {
            try await client.clock.sleep(seconds: seconds)
        } catch {
            throw AWSError(.cancelled, operation: operation, message: "cancelled")
        }
    }
}
