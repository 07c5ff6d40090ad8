import AWSClient
import AWSServices
import FoundationEssentials
import Inventory
import Operations

extension DetailLoader {
    private typealias Configuration = FunctionConfiguration<FunctionRow.Variable>

    /// A function, or the version or alias behind the qualifier.
    func function(
        _ name: String, _ qualifier: String?, shown: Reference
    ) async throws(OperationFailure) -> ResourceDetail {
        async let routes = functionRoutes(name)
        async let triggers = functionTriggers(name, qualifier)
        async let urls = functionURLs(name)
        async let policy = functionPolicy(name, qualifier)
        let described = try await described(name, qualifier, shown)
        let configuration = described.configuration
        let (aliasRows, aliasSection, versions) = await routes
        let row = FunctionRow(
            configuration, region: region, qualifier: qualifier, tags: described.tags, aliases: aliasRows)
        return ResourceDetail(
            row: .function(row),
            sections: [
                settings(configuration), aliasSection, versions, await triggers,
                await concurrency(name, known: described.concurrency), await urls, layers(configuration), await policy
            ])
    }

    /// GetFunction tells tags and concurrency too; where only GetFunctionConfiguration is allowed, that is enough.
    private func described(
        _ name: String, _ qualifier: String?, _ shown: Reference
    ) async throws(OperationFailure) -> (configuration: Configuration, tags: [String: String]?, concurrency: Int??) {
        do throws(AWSError) {
            do throws(AWSError) {
                let function = try await calls.perform(
                    Lambda.GetFunction(function: name, qualifier: qualifier, read: observer.variable))
                return (function.configuration, function.tags, .some(function.reservedConcurrency))
            } catch {
                guard error.kind == .denied else { throw error }
                let configuration = try await calls.perform(
                    Lambda.GetFunctionConfiguration(function: name, qualifier: qualifier, read: observer.variable))
                return (configuration, nil, nil)
            }
        } catch {
            throw OperationFailure(error, cannot: "show \(shown)")
        }
    }

    private func settings(_ configuration: Configuration) -> Section {
        Section(
            title: "Configuration",
            lines: lines([
                ("arn", configuration.arn, nil), ("handler", configuration.handler, nil),
                ("role", configuration.role, link(configuration.role)),
                ("key", configuration.kmsKey, link(configuration.kmsKey)),
                ("state", configuration.state.map { Self.words($0, configuration.stateReason) }, nil),
                (
                    "last update",
                    configuration.lastUpdateStatus.map { Self.words($0, configuration.lastUpdateStatusReason) }, nil
                ),
                ("timeout", configuration.timeout.map { "\($0) s" }, nil),
                ("memory", configuration.memorySize.map { "\($0) MB" }, nil),
                ("architecture", configuration.architectures.first, nil),
                ("package", configuration.packageType, nil), ("code sha256", configuration.codeSHA256, nil),
                ("revision", configuration.revisionID, nil), ("dead letters", configuration.deadLetterTarget, nil),
                ("vpc", configuration.vpc, nil)
            ]))
    }

    private static func words(_ state: String, _ reason: String?) -> String {
        reason.map { "\(state): \($0)" } ?? state
    }

    /// Aliases, and the versions with those that lead to them.
    private func functionRoutes(_ name: String) async -> ([FunctionRow.Alias]?, Section, Section) {
        async let published = functionVersions(name)
        let (aliases, section) = await functionAliases(name)
        let (versions, problem) = await published
        let lines = versions.map { version in
            let number = version.version ?? "?"
            let routes = (aliases ?? []).compactMap { alias in Self.route(of: alias, to: number) }
            let words = routes.isEmpty ? nil : "[\(routes.joined(separator: ", "))]"
            return line(
                number, [time(version.modified), words, version.description].compactMap(\.self).joined(separator: "  "),
                link: .function(name: name, qualifier: version.version),
                tone: routes.isEmpty && aliases != nil ? .past : .good)
        }
        return (aliases, section, Section(title: "Versions", lines: lines, problem: problem))
    }

    /// `live 10%` if an alias leads some of its calls to the version.
    private static func route(of alias: FunctionRow.Alias, to version: String) -> String? {
        let others = alias.weights.filter { $0.key != alias.version }.values.reduce(0, +)
        let share = alias.version == version ? 1 - others : alias.weights[version] ?? 0
        guard share > 0 else { return nil }
        return share >= 1 ? alias.name : "\(alias.name) \(Int((share * 100).rounded()))%"
    }

    private func functionAliases(_ name: String) async -> ([FunctionRow.Alias]?, Section) {
        var rows: [FunctionRow.Alias]?
        let section = await section("Aliases") { () async throws(AWSError) in
            let aliases = try await all(Lambda.ListAliases(function: name)) { $0.aliases }.sorted { $0.name < $1.name }
            rows = aliases.map(FunctionRow.Alias.init)
            return aliases.map { alias in
                let weights = alias.additionalVersionWeights.sorted { $0.key < $1.key }
                    .map { ", \(Int(($0.value * 100).rounded()))% to version \($0.key)" }.joined()
                return line(
                    alias.name, "version \(alias.functionVersion)\(weights)",
                    link: .function(name: name, qualifier: alias.name), tone: weights.isEmpty ? .plain : .running)
            }
        }
        return (rows, section)
    }

    /// The published versions, the newest first, and why they may not be there.
    private func functionVersions(_ name: String) async -> ([FunctionConfiguration<Void>], String?) {
        var versions: [FunctionConfiguration<Void>] = []
        let section = await section("Versions") { () async throws(AWSError) in
            // The environment of every version is in the answer: nothing of it is kept here.
            let operation = Lambda.ListVersionsByFunction<Void>(function: name) { _, _ in () }
            versions = try await all(operation) { $0.versions }.filter { $0.version != "$LATEST" }.reversed()
            return []
        }
        return (versions, section.problem)
    }

    private func functionTriggers(_ name: String, _ qualifier: String?) async -> Section {
        await section("Triggers") { () async throws(AWSError) in
            let function = qualifier.map { "\(name):\($0)" } ?? name
            return try await all(Lambda.ListEventSourceMappings(function: function)) { $0.mappings }.map { mapping in
                let result = mapping.lastProcessingResult.map { "  last: \($0)" } ?? ""
                return line(
                    mapping.state ?? "mapping", (mapping.eventSourceARN ?? mapping.uuid) + result,
                    link: .eventSourceMapping(uuid: mapping.uuid),
                    tone: mapping.state == "Enabled" ? .good : .attention)
            }
        }
    }

    private func concurrency(_ name: String, known: Int??) async -> Section {
        await section("Concurrency") { () async throws(AWSError) in
            let reserved: Int?
            if let known {
                reserved = known
            } else {
                reserved = try await calls.perform(Lambda.GetFunctionConcurrency(function: name))
            }
            let words = reserved.map { $0 == 0 ? "0: every invocation is refused" : String($0) }
            return [line("reserved", words ?? "none, shares the account's", tone: reserved == 0 ? .bad : .plain)]
        }
    }

    private func functionURLs(_ name: String) async -> Section {
        await section("URL", nothing: ["ResourceNotFoundException"]) { () async throws(AWSError) in
            try await all(Lambda.ListFunctionUrlConfigs(function: name)) { $0.configs }.map {
                line(
                    $0.authType, $0.url + ($0.authType == "NONE" ? "  anyone may call it" : ""),
                    link: .functionURL(function: name), tone: $0.authType == "NONE" ? .bad : .plain)
            }
        }
    }

    private func layers(_ configuration: Configuration) -> Section {
        Section(
            title: "Layers",
            lines: configuration.layers.map { layer in
                let name = FunctionLayer(arn: layer)
                return line(name.version.map { "version \($0)" } ?? "layer", name.words)
            })
    }

    private func functionPolicy(_ name: String, _ qualifier: String?) async -> Section {
        await section("Resource policy", nothing: ["ResourceNotFoundException"]) { () async throws(AWSError) in
            policyLines(
                try await calls.perform(Lambda.GetPolicy(function: name, qualifier: qualifier)).policy,
                own: nil)
        }
    }
}
