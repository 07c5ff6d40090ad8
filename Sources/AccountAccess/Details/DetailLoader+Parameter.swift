import AWSClient
import AWSServices
import Inventory
import Operations

extension DetailLoader {
    func parameter(_ name: String) async throws(OperationFailure) -> ResourceDetail {
        async let history = parameterHistory(name)
        async let tags = parameterTags(name)
        let metadata = try await parameterMetadata(name)
        let (labels, problem) = await tags
        return ResourceDetail(
            row: .parameter(ParameterRow(metadata, region: region, tags: labels)),
            sections: [
                Section(
                    title: "Parameter",
                    lines: lines([
                        ("arn", metadata.arn, nil), ("key", metadata.keyID, keyLink(metadata.keyID)),
                        ("data type", metadata.dataType, nil), ("pattern", metadata.allowedPattern, nil)
                    ])),
                Section(
                    title: "Policies",
                    lines: metadata.policies.map {
                        line($0.status ?? "policy", ParameterPolicyWords.words($0))
                    }), await history
            ] + problem)
    }

    /// DescribeParameters with the one name: the only call that tells tier and policies without a value.
    private func parameterMetadata(_ name: String) async throws(OperationFailure) -> ParameterMetadata {
        let operation = ParameterStore.DescribeParameters(
            filters: [.init(key: "Name", option: "Equals", values: [name])])
        do throws(AWSError) {
            var pages = AnswerPages(operation, on: calls)
            // A filtered page may be empty and have more behind it.
            while let page = try await pages.next() {
                if let found = page.parameters.first(where: { $0.name == name }) { return found }
            }
        } catch {
            throw OperationFailure(error, cannot: "show \(Reference.parameter(name: name))")
        }
        throw OperationFailure(.notFound, "cannot show \(Reference.parameter(name: name)): there is no such parameter")
    }

    private func parameterHistory(_ name: String) async -> Section {
        await section("History") { () async throws(AWSError) in
            let versions = try await all(ParameterStore.GetParameterHistory(name: name)) { $0.versions }
            let current = versions.compactMap(\.version).max()
            return versions.reversed().map { version in
                let number = version.version.map(String.init)
                let isCurrent = version.version == current
                let parts = [
                    isCurrent ? "current" : nil, time(version.modified), version.modifiedBy,
                    version.labels.isEmpty ? nil : words(version.labels),
                    version.type == "SecureString" ? nil : version.type
                ]
                return line(
                    "version \(number ?? "?")", parts.compactMap(\.self).joined(separator: "  "),
                    link: .parameter(name: name, selector: number),
                    tone: isCurrent ? .good : version.labels.isEmpty ? .past : .plain)
            }
        }
    }

    private func words(_ labels: [String]) -> String { "[\(labels.joined(separator: " "))]" }

    /// The tags go into the row; only a failure needs a section.
    private func parameterTags(_ name: String) async -> ([String: String]?, [Section]) {
        var found: [String: String]?
        let section = await section("Tags") { () async throws(AWSError) in
            found = try await calls.perform(ParameterStore.ListTagsForResource(parameter: name))
            return []
        }
        return (found, section.problem == nil ? [] : [section])
    }

    /// Parameter Store names keys by alias, id or ARN.
    func keyLink(_ key: String?) -> Reference? {
        guard let key else { return nil }
        return key.hasPrefix("arn:") ? link(key) : .key(id: key)
    }
}
