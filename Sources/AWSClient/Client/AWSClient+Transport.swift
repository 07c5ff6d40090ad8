extension AWSClient {
    static func kind(of kind: TransportError.Kind) -> AWSError.Kind {
        switch kind {
        case .unresolved, .refused, .proxy, .timedOut, .tls, .broken: .unreachable
        case .malformed, .tooLarge: .malformedAnswer
        case .cancelled: .cancelled
        case .unusable: .configuration
        }
    }

    /// What failed, and what to do.
    static func words(of failure: TransportError) -> String {
        let advice: String =
            switch failure.kind {
            case .unresolved: "check the region, the endpoint and the network"
            case .refused: "check the endpoint and the network"
            case .proxy: "check HTTPS_PROXY and NO_PROXY"
            case .timedOut: "check the network and HTTPS_PROXY, or raise --timeout"
            case .tls: "check the machine's time and AWS_CA_BUNDLE"
            case .broken: "try again"
            case .malformed: "a proxy may be in between; try again"
            case .tooLarge: "the answer was dropped"
            case .cancelled, .unusable: ""
            }
        return advice.isEmpty ? failure.words : failure.words + "; " + advice
    }
}
