import AWSClient
import AWSServices
import Inventory
import Operations

/// Finds out about a leaked access key what can be found out at once; what is denied costs only itself.
public struct AccessKeyTriageLoader: Sendable {
    private let calls: any AWSCalling
    private let region: String
    /// us-east-1, where IAM's and global sign-in events are; nil where the region is that already.
    private let global: (any AWSCalling)?
    private let responder: Responder

    public init(calls: any AWSCalling, region: String, global: (any AWSCalling)?, responder: Responder) {
        self.calls = calls
        self.region = region
        self.global = global
        self.responder = responder
    }

    public func triage(_ id: AccessKeyID) async -> AccessKeyTriage {
        var triage = AccessKeyTriage(id)
        triage.isOwnSession = responder.accessKeyIDs.contains(id.text)
        await account(&triage)
        if id.kind == .longLived, triage.isOwnAccount != false { await owner(&triage) }
        async let here = uses(of: id.text, calls, region)
        async let there = uses(of: id.text, global, "us-east-1")
        async let trails = trails()
        async let duty = guardDuty(for: id.text)
        for (uses, problem) in [await here, await there] {
            triage.uses += uses
            if let problem { triage.problems.append(problem) }
        }
        triage.uses.sort { $0.time > $1.time }
        switch await trails {
        case .success(let found): triage.trails = found
        case .failure(let failure): triage.problems.append(failure.message)
        }
        switch await duty {
        case .success(let (state, findings)): (triage.guardDuty, triage.findings) = (state, findings)
        case .failure(let failure): triage.problems.append(failure.message)
        }
        return triage
    }

    private func account(_ triage: inout AccessKeyTriage) async {
        triage.account = triage.id.account
        do throws(AWSError) {
            let account: String = try await calls.perform(STS.GetAccessKeyInfo(id: triage.id.text))
            triage.account = Cleaned.texts([account]).first
        } catch {
            triage.problems.append(OperationFailure(error, cannot: "ask STS for its account").message)
        }
        triage.isOwnAccount = triage.account.map { $0 == responder.account }
    }

    private func owner(_ triage: inout AccessKeyTriage) async {
        do throws(AWSError) {
            let used = try await calls.perform(IAM.GetAccessKeyLastUsed(id: triage.id.text))
            triage.isOwnAccount = true
            triage.account = responder.account
            (triage.lastUsed, triage.lastService, triage.lastRegion) = (
                used.time, Cleaned.text(used.service), Cleaned.text(used.region)
            )
            guard let user = used.user else { return }
            triage.user = Cleaned.texts([user]).first
            if responder.user == user, responder.isTemporary { triage.isOwnSession = true }
            var keys = AnswerPages(IAM.ListAccessKeys(user: user), on: calls)
            for key in try await keys.all().flatMap(\.keys) {
                if key.id == triage.id.text {
                    (triage.status, triage.created) = (key.status, key.created)
                } else {
                    triage.otherKeys.append("\(key.id) \(key.status)")
                }
            }
            var attached = AnswerPages(IAM.ListAttachedUserPolicies(user: user), on: calls)
            let managed = try await attached.all().flatMap(\.policies).map { Cleaned.text($0.name) }
            var inline = AnswerPages(IAM.ListUserPolicies(user: user), on: calls)
            triage.policies = managed + Cleaned.texts(try await inline.all().flatMap(\.names))
            triage.quarantine = managed.filter { $0.hasPrefix("AWSCompromisedKeyQuarantine") }
        } catch {
            triage.problems.append(OperationFailure(error, cannot: "ask IAM whose it is").message)
        }
    }

    private func uses(
        of id: String, _ calls: (any AWSCalling)?, _ region: String
    ) async -> ([AccessKeyTriage.Use], String?) {
        guard let calls else { return ([], nil) }
        do throws(AWSError) {
            let page = try await calls.perform(
                CloudTrail.LookupEvents(attribute: .init(key: "AccessKeyId", value: id), start: nil, end: nil))
            return (
                page.events.map { event in
                    AccessKeyTriage.Use(
                        time: event.time, name: Cleaned.text(event.name), actor: Cleaned.text(event.actor),
                        sourceIP: Cleaned.text(event.sourceIP), region: region, errorCode: Cleaned.text(event.errorCode)
                    )
                }, nil
            )
        } catch {
            return ([], OperationFailure(error, cannot: "look up its uses in \(region)").message)
        }
    }

    private func trails() async -> Result<[AccessKeyTriage.Trail], OperationFailure> {
        do throws(AWSError) {
            var found: [AccessKeyTriage.Trail] = []
            for trail in try await calls.perform(CloudTrail.DescribeTrails()) {
                let status = try await calls.perform(CloudTrail.GetTrailStatus(name: trail.arn ?? trail.name))
                found.append(
                    AccessKeyTriage.Trail(
                        name: Cleaned.text(trail.name), isLogging: status.isLogging, isMultiRegion: trail.isMultiRegion)
                )
            }
            return .success(found)
        } catch {
            return .failure(OperationFailure(error, cannot: "tell whether CloudTrail is on"))
        }
    }

    private func guardDuty(for id: String) async -> Result<(String, [String]), OperationFailure> {
        do throws(AWSError) {
            var detectors = AnswerPages(GuardDuty.ListDetectors(), on: calls)
            guard let detector = try await detectors.all().flatMap(\.ids).first else { return .success(("none", [])) }
            let state = try await calls.perform(GuardDuty.GetDetector(id: detector))
            var pages = AnswerPages(GuardDuty.ListFindings(detector: detector, since: 0), on: calls)
            guard let ids = try await pages.next()?.ids, !ids.isEmpty else { return .success((state, [])) }
            let findings = try await calls.perform(GuardDuty.GetFindings(detector: detector, ids: ids))
            return .success(
                (
                    state,
                    findings.filter { $0.accessKeyID == id }.map { finding in
                        Cleaned.text("\(finding.type): \(finding.title ?? "") (severity \(finding.severity ?? 0))")
                    }
                ))
        } catch {
            return .failure(OperationFailure(error, cannot: "tell whether GuardDuty is on"))
        }
    }
}
