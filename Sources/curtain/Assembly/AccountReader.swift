import AWSClient
import AccountAccess
import SensitiveMemory
import Settings

/// One account in one region, for the commands that only look.
struct AccountReader: Sendable {
    let client: AWSClient
    let region: String
    /// The four lists.
    let inventory: AccountInventory

    /// Reads the AWS files and touches no state: what is only looked at needs fingerprints for the length of the
    /// process and no longer.
    /// - Parameter fingerprints: the installation's key, where values that are read with a note are compared.
    init(_ session: Session, fingerprints: FingerprintKey? = nil) throws {
        client = try session.client()
        guard let region = client.configuration.region else {
            throw AWSError(
                .noRegion, operation: "configuration", code: "NoRegion",
                message: "no region: name one with --region, AWS_REGION or the profile's region")
        }
        self.region = region
        let fingerprints = try fingerprints ?? session.passingFingerprints()
        inventory = AccountInventory(
            calls: client, region: region, fingerprints: fingerprints,
            openVariables: session.settings.openVariables)
    }

    /// The same by a client that is there already, with lists of its own.
    init(client: AWSClient, region: String, inventory: AccountInventory) {
        self.client = client
        self.region = region
        self.inventory = inventory
    }

    /// The details of one thing.
    var details: DetailLoader { DetailLoader(calls: client, inventory: inventory, links: true) }
}
