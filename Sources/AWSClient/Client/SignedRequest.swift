import SensitiveMemory

/// Turns an operation's request into what goes on the wire: endpoint, headers, signature.
struct SignedRequest {
    private static let emptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

    let configuration: ClientConfiguration
    let request: AWSRequest
    let target: ResolvedEndpoint
    let keys: SigningKeyCache

    init(
        _ configuration: ClientConfiguration, _ request: AWSRequest, _ target: ResolvedEndpoint, _ keys: SigningKeyCache
    ) {
        self.configuration = configuration
        self.request = request
        self.target = target
        self.keys = keys
    }

    /// - Parameters:
    ///   - credentials: nil for an operation that needs no signature, such as those that give credentials.
    ///   - time: AWS's time, in seconds since 1970-01-01 UTC.
    func make(_ credentials: AWSCredentials?, at time: Double) throws(AWSError) -> HTTPRequest {
        let civil = CivilTime(seconds: time)
        let path = target.endpoint.path + request.path
        let query = URIEncoding.query(request.query)
        var headers = request.headers.map { HTTPHeader($0.name, $0.value) }
        headers += request.secretHeaders.map { HTTPHeader($0.name, secret: $0.value) }
        headers.append(HTTPHeader("Host", target.endpoint.authority))
        if let credentials {
            headers = try signed(headers, credentials, civil, path: path, query: query)
        }
        headers.append(HTTPHeader("User-Agent", configuration.userAgent))
        return HTTPRequest(
            method: request.method, endpoint: target.endpoint, target: query.isEmpty ? path : path + "?" + query,
            headers: headers, body: request.body, connectTimeout: configuration.connectTimeout,
            totalTimeout: configuration.totalTimeout, isRepeatable: request.mayBeRepeated)
    }

    private func signed(
        _ unsigned: [HTTPHeader], _ credentials: AWSCredentials, _ civil: CivilTime, path: String, query: String
    ) throws(AWSError) -> [HTTPHeader] {
        var headers = unsigned
        let hash = payloadHash
        headers.append(HTTPHeader("X-Amz-Date", civil.signatureTime))
        if let token = credentials.sessionToken { headers.append(HTTPHeader("X-Amz-Security-Token", secret: token)) }
        let isS3 = request.service == .s3
        if isS3 { headers.append(HTTPHeader("X-Amz-Content-SHA256", hash)) }
        let signer = SigV4Signer(
            region: target.signingRegion, service: request.service.signingName, encodesPathTwice: !isS3, keys: keys)
        let authorization: String
        do {
            authorization = try signer.authorization(
                for: SigV4Signer.Request(
                    method: request.method, path: path, query: query, headers: headers, payloadHash: hash),
                credentials: credentials, time: civil)
        } catch {
            throw AWSError(
                .noCredentials, operation: request.qualifiedOperation, code: "NoLockedMemory",
                message: "no locked memory left for the signing key")
        }
        headers.append(HTTPHeader("Authorization", authorization))
        return headers
    }

    private var payloadHash: String {
        switch request.body {
        case .empty: Self.emptyHash
        case .bytes(let bytes): Hexadecimal.text(SHA256.digest(bytes))
        case .secret(let secret): Hexadecimal.text(secret.withUnsafeBytes { SHA256.digest($0) })
        }
    }
}
