extension AWSRequest {
    /// `lambda:ListFunctions`, as errors and policies write it.
    var qualifiedOperation: String { "\(service.endpointPrefix):\(operation)" }

    /// Whether a lost answer leaves the account in a state that nobody knows.
    var mayBeRepeated: Bool { effect == .reads || isIdempotent }

    var carriesSecret: Bool {
        switch body {
        case .empty, .bytes: false
        case .secret: true
        }
    }
}
