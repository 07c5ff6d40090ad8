import Logging
import SensitiveMemory

extension AWSClient {
    public func call(_ request: AWSRequest) async throws(AWSError) -> AWSResponse {
        let operation = request.qualifiedOperation
        let started = clock.now()
        var attempts = 0
        do throws(AWSError) {
            guard request.effect == .reads || !configuration.readOnly else {
                throw AWSError(
                    .readOnly, operation: operation, code: "ReadOnly",
                    message: "read-only mode: \(operation) would change the account and was not sent")
            }
            let target = try resolve(request.service, operation: operation)
            let response = try await CallRun(self, request, target).run(attempts: &attempts)
            report(request, started, attempts, response.requestID, response.status, "")
            return response
        } catch {
            report(request, started, attempts, error.requestID, error.status, error.code)
            throw error
        }
    }

    /// The same client for another region: connections and credentials are shared, budgets are the region's own.
    public func inRegion(_ region: String) -> AWSClient {
        var configuration = configuration
        configuration.region = region
        configuration.regionSource = "request"
        return AWSClient(self, configuration: configuration)
    }

    /// Where requests of the service go: for the header and `whoami`.
    public func endpoint(for service: AWSServiceID) throws(AWSError) -> Endpoint {
        try resolve(service, operation: service.endpointPrefix).endpoint
    }

    /// The credentials in force, for `whoami`; nothing is shown of them but their source and end.
    public func identity() async throws(AWSError) -> AWSCredentials {
        guard let provider else { throw CredentialKeeper.none }
        return try await provider.credentials()
    }

    func resolve(_ service: AWSServiceID, operation: String) throws(AWSError) -> ResolvedEndpoint {
        let override = configuration.endpoints[service]
        guard let region = configuration.region ?? (override == nil ? nil : "us-east-1") else {
            throw AWSError(
                .noRegion, operation: operation, code: "NoRegion",
                message: "no region: name one with --region, AWS_REGION or the profile's region")
        }
        guard Self.isRegionName(region) else {
            throw AWSError(
                .configuration, operation: operation, code: "InvalidRegion",
                message: "the region has characters that no region's name has"
                    + " (\(configuration.regionSource ?? "configuration"))")
        }
        let resolved: ResolvedEndpoint
        do throws(EndpointRules.Refusal) {
            resolved = try EndpointRules(
                region: region, useFIPS: configuration.useFIPS, useDualStack: configuration.useDualStack,
                usesLegacySTS: configuration.usesLegacySTSEndpoint, override: override
            ).resolve(service)
        } catch {
            let words =
                switch error {
                case .variantOfOverride: "an endpoint of your own has no FIPS or dual-stack form"
                case .variantOfLocal: "the region local has no FIPS or dual-stack form"
                }
            throw AWSError(
                .configuration, operation: operation, code: "InvalidConfiguration",
                message: words + "; unset one of the two")
        }
        if !configuration.allowPlainHTTP { try resolved.endpoint.refuseIfPlain(operation: operation) }
        return resolved
    }

    private static func isRegionName(_ region: String) -> Bool {
        !region.isEmpty && region.utf8.count < 64 && region.first != "-" && region.last != "-"
            && region.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }

    private func report(
        _ request: AWSRequest, _ started: Double, _ attempts: Int, _ requestID: String, _ status: Int, _ code: String
    ) {
        let record = CallRecord(
            started: started, service: request.service.endpointPrefix, operation: request.operation,
            subject: request.subject, requestID: requestID, status: status, code: code,
            milliseconds: (clock.now() - started) * 1000, attempts: attempts)
        observer?(record)
        logger.debug(
            "call",
            metadata: [
                "operation": .string(request.qualifiedOperation), "subject": .string(request.subject ?? ""),
                "status": .stringConvertible(status), "code": .string(code), "requestID": .string(requestID),
                "milliseconds": .stringConvertible(Int(record.milliseconds)),
                "attempts": .stringConvertible(attempts)
            ])
    }
}
