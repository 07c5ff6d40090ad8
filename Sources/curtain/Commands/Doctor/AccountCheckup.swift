import AWSClient
import AccountAccess
import FoundationEssentials
import Operations

/// Credentials, region, endpoint and who we are.
struct AccountCheckup {
    private let session: Session
    private let callsAWS: Bool

    init(_ session: Session, callsAWS: Bool) {
        self.session = session
        self.callsAWS = callsAWS
    }

    func findings() async -> [DoctorFinding] {
        let client: AWSClient
        do { client = try session.client() } catch {
            return [Self.failed("AWS configuration", error)]
        }
        var findings = [region(client)]
        let credentials: AWSCredentials
        do throws(AWSError) { credentials = try await client.identity() } catch {
            return findings + [Self.failed("credentials", error)]
        }
        findings.append(Self.source(of: credentials))
        guard callsAWS else { return findings }
        do throws(OperationFailure) {
            let started = ContinuousClock.now
            let caller = try await CallerIdentity.load(client)
            let milliseconds = Int((ContinuousClock.now - started) / .milliseconds(1))
            findings.append(DoctorFinding("endpoint", .ok, "\(endpoint(client)) answered in \(milliseconds) ms"))
            findings.append(DoctorFinding("identity", .ok, "\(caller.arn) in account \(caller.account)"))
        } catch {
            findings.append(Self.failed("endpoint", error))
        }
        return findings
    }

    private func region(_ client: AWSClient) -> DoctorFinding {
        guard let region = client.configuration.region else {
            return DoctorFinding(
                "region", .fail, "no region", advice: "name one with --region, AWS_REGION or the profile's region")
        }
        return DoctorFinding("region", .ok, "\(region) (\(client.configuration.regionSource ?? "configuration"))")
    }

    private func endpoint(_ client: AWSClient) -> String {
        do throws(AWSError) { return try client.endpoint(for: .sts).url } catch { return error.message }
    }

    private static func source(of credentials: AWSCredentials) -> DoctorFinding {
        let words = "\(credentials.accessKeyID) from \(credentials.source)"
        guard let end = credentials.expires.map({ Date(timeIntervalSince1970: $0) }) else {
            return DoctorFinding("credentials", .ok, words)
        }
        let left = end.timeIntervalSinceNow
        if left <= 0 { return DoctorFinding("credentials", .fail, words + ", ended", advice: "sign in again") }
        let untilWords = words + ", until " + Timestamp.text(end)
        return left < 900
            ? DoctorFinding("credentials", .warn, untilWords, advice: "sign in again before long work")
            : DoctorFinding("credentials", .ok, untilWords)
    }

    private static func failed(_ subject: String, _ error: any Error) -> DoctorFinding {
        let line = FailureReport(error).line ?? ""
        return DoctorFinding(subject, .fail, line.hasPrefix("curtain: ") ? String(line.dropFirst(9)) : line)
    }
}
