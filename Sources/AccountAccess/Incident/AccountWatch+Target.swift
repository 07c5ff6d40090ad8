import AWSClient
import AWSServices
import FoundationEssentials
import Inventory
import Operations

extension AccountWatch {
    public func target(
        _ reference: Reference, since: Date?, now: Date
    ) async throws(OperationFailure) -> WatchTarget {
        switch reference {
        case .accessKey(let id): return WatchTarget(reference, .accessKey(id), since: since ?? now)
        case .user(let name): return WatchTarget(reference, .user(name), since: since ?? now)
        case .secret(let name, let version, let pointer):
            guard version == nil, pointer == nil else {
                throw OperationFailure(
                    .usage, "watch takes secret:\(name): every version but the current one is an old one")
            }
            return try await secret(name, since)
        case .parameter(let name, let selector):
            guard selector == nil else {
                throw OperationFailure(
                    .usage, "watch takes param:\(name): every version but the current one is an old one")
            }
            return try await parameter(name, since)
        case .role(let name):
            throw OperationFailure(
                .usage,
                "CloudTrail is not searched by role: watch the session's key, accesskey:ASIA…, or see"
                    + " curtain access role:\(name)")
        case .function, .variable, .key, .alias, .eventSourceMapping, .functionURL, .stack:
            throw OperationFailure(
                .usage,
                "\(reference.text) is nothing whose use CloudTrail tells; watch takes accesskey:ID, user:NAME,"
                    + " secret:NAME or param:NAME, and --function NAME")
        }
    }

    private func secret(_ name: String, _ since: Date?) async throws(OperationFailure) -> WatchTarget {
        do throws(AWSError) {
            let secret = try await home.perform(SecretsManager.DescribeSecret(secretID: name))
            let live = secret.versionStages.filter {
                $0.value.contains("AWSCURRENT") || $0.value.contains("AWSPENDING")
            }
            var since = since
            if since == nil {
                var pages = AnswerPages(SecretsManager.ListSecretVersionIds(secretID: name), on: home)
                let versions = try await pages.all().flatMap(\.versions)
                since = versions.first { $0.stages.contains("AWSCURRENT") }?.created
            }
            guard let since = since ?? secret.lastChanged ?? secret.created else {
                throw AWSError(
                    .malformedAnswer, operation: "secretsmanager:DescribeSecret",
                    message: "does not tell since when the version is current; name it with --since")
            }
            return WatchTarget(
                .secret(name: name),
                .secret(
                    name: name, arn: secret.arn, current: Set(live.keys).union(live.values.flatMap(\.self))),
                since: since)
        } catch {
            throw OperationFailure(error, cannot: "look at secret:\(name)")
        }
    }

    private func parameter(_ name: String, _ since: Date?) async throws(OperationFailure) -> WatchTarget {
        do throws(AWSError) {
            let filter = ParameterStore.DescribeParameters.Filter(key: "Name", option: "Equals", values: [name])
            var pages = AnswerPages(ParameterStore.DescribeParameters(filters: [filter]), on: home)
            guard let row = try await pages.all().flatMap(\.parameters).first else {
                throw AWSError(
                    .notFound, operation: "ssm:DescribeParameters", code: "ParameterNotFound",
                    message: "there is no such parameter")
            }
            var history = AnswerPages(ParameterStore.GetParameterHistory(name: name), on: home)
            let current = try await history.all().flatMap(\.versions).first { $0.version == row.version }
            let arn =
                row.arn
                ?? "arn:\(responder.partition):ssm:\(responder.region):\(responder.account):parameter"
                + (name.hasPrefix("/") ? name : "/" + name)
            guard let since = since ?? row.modified, let version = row.version else {
                throw AWSError(
                    .malformedAnswer, operation: "ssm:DescribeParameters",
                    message: "does not tell its version and since when it is current")
            }
            return WatchTarget(
                .parameter(name: name),
                .parameter(name: name, arn: arn, current: Set([String(version)] + (current?.labels ?? []))),
                since: since)
        } catch {
            throw OperationFailure(error, cannot: "look at param:\(name)")
        }
    }
}
