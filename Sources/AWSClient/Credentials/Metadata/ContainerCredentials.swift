import SensitiveMemory
import StrictJSON

/// The endpoint that ECS and EKS give to containers: `AWS_CONTAINER_CREDENTIALS_RELATIVE_URI` or `…_FULL_URI`.
struct ContainerCredentials: CredentialSource {
    static let ecsHost = "169.254.170.2"
    /// The hosts that may be asked without TLS, besides this machine.
    static let allowedHosts: Set<String> = [ecsHost, "169.254.170.23", "fd00:ec2::23", "localhost"]
    static let tries = 3
    static let timeout = 2.0

    let context: SourceContext

    func credentials() async throws(AWSError) -> AWSCredentials? {
        let environment = context.configuration.environment
        let url: String
        if let relative = environment["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"] {
            url = "http://\(Self.ecsHost)" + (relative.hasPrefix("/") ? "" : "/") + relative
        } else if let full = environment["AWS_CONTAINER_CREDENTIALS_FULL_URI"] {
            url = full
        } else {
            return nil
        }
        let (endpoint, target) = try split(url)
        var headers = [HTTPHeader("Accept", "application/json")]
        if let token = try authorization(environment) { headers.append(HTTPHeader("Authorization", secret: token)) }
        let request = HTTPRequest(
            method: "GET", endpoint: endpoint, target: target, headers: headers, connectTimeout: Self.timeout,
            totalTimeout: Self.timeout, bodyLimit: 1 << 20, proxyUse: .never)
        let response = try await fetch(request)
        let reader = CredentialJSON(
            token: "Token", needsExpiry: true, source: "container endpoint \(endpoint.authority)")
        guard let document = try? JSONDocument(parsing: response.body),
            let found = try reader.read(document.root)
        else { throw failure("\(endpoint.authority) sent no complete credentials") }
        return found
    }

    /// The URL's endpoint and the rest; throws for a host that must not be asked without TLS.
    private func split(_ url: String) throws(AWSError) -> (Endpoint, String) {
        let scheme = url.prefix { $0 != "/" }
        let slash = url.dropFirst(scheme.count + 2).firstIndex { $0 == "/" || $0 == "?" } ?? url.endIndex
        let target = String(url[slash...])
        guard let endpoint = Endpoint(String(url[..<slash])), target.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw failure("AWS_CONTAINER_CREDENTIALS_FULL_URI is not a URL")
        }
        let isAllowed =
            endpoint.scheme == .https || Self.allowedHosts.contains(endpoint.host) || endpoint.isLoopbackAddress
        guard isAllowed else {
            throw failure(
                "the container endpoint \(endpoint.host) is neither this machine nor one of"
                    + " \(Self.allowedHosts.sorted().joined(separator: ", ")), and has no TLS")
        }
        return (endpoint, target.hasPrefix("/") ? target : "/" + target)
    }

    private func authorization(_ environment: AWSEnvironment) throws(AWSError) -> SecretBytes? {
        let token: SecretBytes?
        if let path = environment["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"] {
            let contents: WipedBuffer?
            do throws(FileFailure) {
                contents = try context.files.read(path)
            } catch {
                contents = nil
            }
            guard let contents else { throw failure("the token file \(path) cannot be read") }
            token = try CredentialMemory.secret(contents)
        } else {
            token = try environment.secret("AWS_CONTAINER_AUTHORIZATION_TOKEN")
        }
        if let token, token.withUnsafeBytes({ $0.contains { $0 == 0x0A || $0 == 0x0D || $0 == 0 } }) {
            throw failure("the container's authorization token has a line break, which no header may have")
        }
        return token
    }

    private func fetch(_ request: HTTPRequest) async throws(AWSError) -> HTTPResponse {
        var words = ""
        for number in 1...Self.tries {
            if number > 1 {
                do throws(CancellationError) {
                    try await context.clock.sleep(seconds: 1)
                } catch {
                    throw SourceContext.failure(.cancelled, "", "cancelled")
                }
            }
            do throws(TransportError) {
                let response = try await context.transport.send(request)
                if response.status == 200 { return response }
                words = "\(request.endpoint.authority) answered with status \(response.status)"
            } catch {
                if error.kind == .cancelled { throw SourceContext.failure(.cancelled, "", "cancelled") }
                words = error.words
            }
        }
        throw failure(words)
    }

    private func failure(_ words: String) -> AWSError {
        SourceContext.failure(.noCredentials, "ContainerCredentials", "no credentials from the container: \(words)")
    }
}
