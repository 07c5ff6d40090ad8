import SensitiveMemory

/// The metadata service of an EC2 instance, version 2 with version 1 behind it where it is not disabled.
struct InstanceMetadata {
    /// Why there is no answer.
    enum Failure: Error { case unavailable, disabled, cancelled, noLockedMemory }

    let context: SourceContext
    let endpoint: Endpoint
    private let timeout: Double
    private let tries: Int
    private let isVersion1Disabled: Bool

    /// nil if `AWS_EC2_METADATA_DISABLED` says so. Throws `.configuration` for a wrong setting.
    init?(_ context: SourceContext) throws(AWSError) {
        let configuration = context.configuration
        guard configuration.environment.flag("AWS_EC2_METADATA_DISABLED") != true else { return nil }
        let reader = SettingReader(
            environment: configuration.environment, profile: context.profile(configuration.profile))
        let mode = try reader.choice(
            "AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE", "ec2_metadata_service_endpoint_mode", ["ipv4", "ipv6"])
        let usesIPv6 = mode.map { $0 == "ipv6" } ?? reader.flag("AWS_IMDS_USE_IPV6", "imds_use_ipv6") ?? false
        let url =
            reader.text("AWS_EC2_METADATA_SERVICE_ENDPOINT", "ec2_metadata_service_endpoint")
            ?? (usesIPv6 ? "http://[fd00:ec2::254]" : "http://169.254.169.254")
        guard let endpoint = Endpoint(url) else {
            throw ClientConfiguration.configurationError(
                code: "InvalidConfiguration", "AWS_EC2_METADATA_SERVICE_ENDPOINT is not a URL")
        }
        self.context = context
        self.endpoint = endpoint
        timeout = Double(
            try reader.number("AWS_METADATA_SERVICE_TIMEOUT", "metadata_service_timeout", atLeast: 1) ?? 1)
        tries = try reader.number("AWS_METADATA_SERVICE_NUM_ATTEMPTS", "metadata_service_num_attempts", atLeast: 1) ?? 1
        isVersion1Disabled = reader.flag("AWS_EC2_METADATA_V1_DISABLED", "ec2_metadata_v1_disabled") ?? false
    }

    /// The session token of version 2; nil where only version 1 answers.
    func token() async throws(Failure) -> SecretBytes? {
        var request = request("/latest/api/token", [HTTPHeader("x-aws-ec2-metadata-token-ttl-seconds", "21600")])
        request.method = "PUT"
        for _ in 0..<tries {
            let response: HTTPResponse
            do throws(TransportError) {
                response = try await context.transport.send(request)
            } catch {
                if error.kind == .cancelled { throw .cancelled }
                // Nobody there at all: version 1 would not answer either.
                guard error.mayHaveArrived else { continue }
                return try version1()
            }
            switch response.status {
            case 200:
                do throws(AWSError) {
                    return try CredentialMemory.trimmed(response.body)
                } catch {
                    throw .noLockedMemory
                }
            case 403, 404, 405: return try version1()
            case 400: throw .unavailable
            default: continue
            }
        }
        throw .unavailable
    }

    /// The body of a GET; throws if it is empty or none.
    func get(_ path: String, token: SecretBytes?) async throws(Failure) -> WipedBuffer {
        let headers = token.map { [HTTPHeader("x-aws-ec2-metadata-token", secret: $0)] } ?? []
        for _ in 0..<tries {
            let response: HTTPResponse
            do throws(TransportError) {
                response = try await context.transport.send(request(path, headers))
            } catch {
                if error.kind == .cancelled { throw .cancelled }
                continue
            }
            if response.status == 200, response.body.count > 0 { return response.body }
        }
        throw .unavailable
    }

    private func version1() throws(Failure) -> SecretBytes? {
        guard !isVersion1Disabled else { throw .disabled }
        return nil
    }

    private func request(_ path: String, _ headers: [HTTPHeader]) -> HTTPRequest {
        HTTPRequest(
            method: "GET", endpoint: endpoint, target: endpoint.path + path,
            headers: headers + [HTTPHeader("User-Agent", context.configuration.userAgent)], connectTimeout: timeout,
            totalTimeout: timeout, bodyLimit: 1 << 20)
    }
}
