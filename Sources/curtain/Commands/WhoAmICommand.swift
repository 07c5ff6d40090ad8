import AWSClient
import AccountAccess
import ArgumentParser
import FoundationEssentials

/// `curtain whoami`
struct WhoAmICommand: RunnableCommand {
    static let configuration = CommandConfiguration(
        commandName: "whoami",
        abstract: "Say which account and identity the credentials belong to, and where they come from.")

    @OptionGroup(title: "Options of every command") var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        let client = try session.client()
        let endpoint = try client.endpoint(for: .sts)
        let credentials = try await client.identity()
        let caller = try await CallerIdentity.load(client)
        let whoAmI = WhoAmI(
            caller: caller, profile: client.configuration.profile, region: client.configuration.region,
            regionSource: client.configuration.regionSource, endpoint: endpoint.url,
            accessKeyID: credentials.accessKeyID, source: credentials.source, chain: client.identitySources,
            expires: credentials.expires.map { Date(timeIntervalSince1970: $0) })
        if session.format() == .table {
            try session.print(pairs: WhoAmI.shape.fields(whoAmI))
        } else {
            try session.print(one: whoAmI, shape: WhoAmI.shape)
        }
        return .done
    }
}
