import AWSClient
import AccountAccess
import AuditTrail
import FoundationEssentials
import Inventory
import Operations

/// What a containment needs of AWS: the client of its region, and who it is that contains.
struct ContainmentSession {
    let client: AWSClient
    let responder: Responder
    let context: AuditContext

    /// Asks AWS who we are.
    ///
    /// - Parameters:
    ///   - region: that of a containment that is taken back; otherwise the session's own.
    ///   - client: one that is there already.
    init(
        _ desk: IncidentDesk, incident: IncidentID?, region: String? = nil, client own: AWSClient? = nil
    ) async throws {
        var client = try own ?? desk.session.client()
        if let region, !region.isEmpty, region != client.configuration.region { client = client.inRegion(region) }
        guard let region = client.configuration.region else {
            throw AWSError(
                .noRegion, operation: "configuration", code: "NoRegion",
                message: "no region: name one with --region, AWS_REGION or the profile's region")
        }
        var context = desk.context
        let caller = try await context.identify(by: client)
        let chain = client.configuration.credentialChain
        responder = Responder(
            account: caller.account, partition: caller.partition, arn: caller.arn, region: region,
            accessKeyIDs: Set(chain.accessKeyIDs + [context.accessKeyID].compactMap(\.self)),
            roles: Set(chain.roleARNs.compactMap { $0.split(separator: "/").last.map(String.init) }))
        context.incident = incident?.text
        context.region = region
        self.context = context
        self.client = client
    }

    var settings: AccountSettings { AccountSettings(calls: client) }

    func planner() -> ContainmentPlanner {
        ContainmentPlanner(reading: AccountContainment(calls: client), responder: responder)
    }

    func evidence(_ session: Session) throws -> AccountEvidence {
        let inventory = AccountInventory(
            calls: client, region: responder.region, fingerprints: try session.passingFingerprints())
        return AccountEvidence(calls: client, details: DetailLoader(calls: client, inventory: inventory))
    }
}
