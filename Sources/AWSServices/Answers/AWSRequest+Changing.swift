import AWSClient

extension AWSRequest {
    /// The same call, known to change the account: read-only mode does not sign it, and no answer to it is guessed.
    var changing: AWSRequest {
        var copy = self
        copy.effect = .changes
        return copy
    }

    /// The same call, known to be safe to repeat: it sets a state and does not add to one.
    var idempotent: AWSRequest {
        var copy = self
        copy.isIdempotent = true
        return copy
    }
}
