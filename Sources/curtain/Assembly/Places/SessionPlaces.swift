import AWSClient
import AccountAccess
import Inventory
import Operations
import Settings

/// The regions and profiles that a command goes through: one unless several are named.
struct SessionPlaces: Sendable {
    /// Places that are read at once: what is read of an account lies in memory until its answer is made.
    static let limit = 3

    /// In the order in which they were named; none twice.
    private(set) var all: [SessionPlace] = []
    /// What could not even be begun: the exit code of the first.
    private(set) var failure: ExitStatus?

    /// Whether rows have to say where they are.
    var areSeveral: Bool { all.first?.label != nil }
    let hasSeveralProfiles: Bool

    /// Whether the option names more than one region.
    static func namesSeveral(_ region: String) -> Bool { region == "all" || region.contains(",") }

    /// Reads the AWS files. Asks for the enabled regions where all are wanted, and which accounts they are where there are
    /// several profiles.
    static func of(_ session: Session) async throws -> SessionPlaces {
        var session = session
        session.sharedFingerprints = try session.passingFingerprints()
        let profiles: [String?] = try names(session.options.profile, option: "--profile") ?? [nil]
        var places = SessionPlaces(hasSeveralProfiles: profiles.count > 1)
        guard places.hasSeveralProfiles else {
            try await places.add(profiles[0], of: session)
            return places
        }
        var accounts: [String: String] = [:]
        for profile in profiles.compactMap(\.self) {
            do {
                let account = try await CallerIdentity.load(try session.elsewhere(profile, region: nil).client())
                    .account
                if let twin = accounts[account] {
                    if !session.options.quiet {
                        StandardError.line("curtain: \(profile) is the account of \(twin): it is read once")
                    }
                    continue
                }
                accounts[account] = profile
                try await places.add(profile, of: session)
            } catch {
                let report = FailureReport(error)
                if let line = report.line { StandardError.line(line + " (profile \(profile))") }
                places.failure = places.failure ?? report.status
            }
        }
        return places
    }

    private init(hasSeveralProfiles: Bool) { self.hasSeveralProfiles = hasSeveralProfiles }

    private mutating func add(_ profile: String?, of session: Session) async throws {
        let asked = try Self.names(session.options.region, option: "--region")
        let wantsAll = asked == ["all"]
        if !wantsAll, asked?.contains("all") == true {
            throw UsageFailure("--region takes all or names, not both: \(session.options.region ?? "")")
        }
        let start = session.elsewhere(profile, region: wantsAll ? nil : asked?.first)
        let client = try start.client()
        let regions: [String?]
        if wantsAll {
            // Any region tells of all.
            regions = try await EnabledRegions.load(
                client.configuration.region == nil ? client.inRegion("us-east-1") : client)
        } else {
            regions = asked ?? start.configuredRegions(client.configuration) ?? [client.configuration.region]
        }
        let several = hasSeveralProfiles || regions.count > 1
        for region in regions {
            var here = session.elsewhere(profile, region: region)
            here.sharedClient = region.map(client.inRegion) ?? client
            let label = [hasSeveralProfiles ? profile : nil, region].compactMap(\.self).joined(separator: " ")
            all.append(SessionPlace(session: here, region: region ?? "", label: several ? label : nil))
        }
    }

    /// The names between the commas, each once; nil without the option.
    private static func names(_ text: String?, option: String) throws(UsageFailure) -> [String]? {
        guard let text else { return nil }
        let names = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard !names.contains("") else { throw UsageFailure("\(option) has an empty name: \(text)") }
        return names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// Does the work in every place, a few at a time, and returns what it came to in their order. What fails is told by
    /// the place's name, and the others go on; where there is only one, its error is thrown.
    ///
    /// - Parameter limit: 1 for what asks a person or leaves records.
    /// - Returns: the outcomes, and the exit code of the first failure.
    func map<Outcome: Sendable>(
        limit: Int = limit, _ work: @escaping @Sendable (SessionPlace) async throws -> Outcome
    ) async throws -> (outcomes: [Outcome], failure: ExitStatus?) {
        guard areSeveral else {
            guard let only = all.first else { return ([], failure) }
            return ([try await work(only)], nil)
        }
        let results = await BoundedWork.outcomes(all, limit: limit) { place -> Result<Outcome, any Error> in
            do { return .success(try await work(place)) } catch { return .failure(error) }
        }
        var outcomes: [Outcome] = []
        var failure = failure
        for (place, result) in zip(all, results) {
            switch result {
            case .success(let outcome): outcomes.append(outcome)
            case .failure(let error):
                let status = place.tell(error)
                failure = failure ?? status
            }
        }
        return (outcomes, failure)
    }
}

extension Session {
    /// The same session with another profile, where one is named, and region.
    fileprivate func elsewhere(_ profile: String?, region: String?) -> Session {
        var options = options
        options.profile = profile ?? options.profile
        options.region = region
        return with(options)
    }

    /// The regions of config.toml, where these decide.
    fileprivate func configuredRegions(_ configuration: AWSClient.Configuration) -> [String]? {
        guard configuration.regionSource == settings.origin(of: .regions).words, !settings.regions.isEmpty else {
            return nil
        }
        return settings.regions
    }
}
