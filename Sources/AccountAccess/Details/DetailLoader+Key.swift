import AWSClient
import AWSServices
import Inventory
import Operations

extension DetailLoader {
    /// - Parameter id: a key's id or `alias/NAME`.
    func key(_ id: String) async throws(OperationFailure) -> ResourceDetail {
        let metadata: KMS.DescribeKey.Metadata
        do throws(AWSError) {
            metadata = try await calls.perform(KMS.DescribeKey(keyID: id))
        } catch {
            throw OperationFailure(error, cannot: "show \(Reference.key(id: id))")
        }
        // The other operations do not take an alias.
        async let aliases = keyAliases(metadata.id)
        async let rotation = keyRotation(metadata)
        async let rotations = keyRotations(metadata)
        async let grants = keyGrants(metadata.id)
        async let policy = section("Key policy") { () async throws(AWSError) in
            policyLines(try await calls.perform(KMS.GetKeyPolicy(keyID: metadata.id)), own: metadata.arn)
        }
        let (names, aliasSection) = await aliases
        let (rotates, rotationSection) = await rotation
        let bare = KeyRow(id: metadata.id, arn: metadata.arn, aliases: names, region: region)
        return ResourceDetail(
            row: .key(bare.described(metadata, rotation: rotates)),
            sections: [
                Section(
                    title: "Key",
                    lines: lines([
                        ("arn", metadata.arn, nil), ("usage", metadata.usage, nil),
                        ("created", time(metadata.created), nil),
                        ("multi-region", metadata.isMultiRegion ? "yes" : nil, nil),
                        ("deleted on", time(metadata.deletion), nil)
                    ])), aliasSection, rotationSection
            ] + (await rotations) + [
                await grants, await policy
            ])
    }

    private func keyAliases(_ id: String) async -> ([String], Section) {
        var names: [String] = []
        let section = await section("Aliases") { () async throws(AWSError) in
            names = try await all(KMS.ListAliases(keyID: id)) { $0.aliases.map(\.name) }.sorted()
            return names.map { line("alias", $0) }
        }
        return (names, section)
    }

    private func keyRotation(_ metadata: KMS.DescribeKey.Metadata) async -> (KeyRow.Rotation?, Section) {
        var rotates: KeyRow.Rotation?
        let section = await section(
            "Rotation", nothing: ["UnsupportedOperationException"], empty: [line("automatic", "not for such a key")]
        ) { () async throws(AWSError) in
            guard metadata.manager != "AWS" else { return [line("automatic", "by AWS, every year")] }
            let status = try await calls.perform(KMS.GetKeyRotationStatus(keyID: metadata.id))
            rotates = KeyRow.Rotation(status)
            return lines([
                ("automatic", status.enabled ? "on" : "off", nil),
                ("every", status.enabled ? status.days.map { "\($0) days" } : nil, nil),
                ("next", time(status.next), nil)
            ])
        }
        return (rotates, section)
    }

    /// Only a key that can rotate has any; AWS's own keys do not tell.
    private func keyRotations(_ metadata: KMS.DescribeKey.Metadata) async -> [Section] {
        guard metadata.manager == "CUSTOMER", metadata.origin == "AWS_KMS", metadata.spec == "SYMMETRIC_DEFAULT" else {
            return []
        }
        return [
            await section("Rotations") { () async throws(AWSError) in
                try await all(KMS.ListKeyRotations(keyID: metadata.id)) { $0.rotations }.reversed().map { rotation in
                    line(time(rotation.date) ?? "?", rotation.isOnDemand ? "asked for" : "automatic", tone: .past)
                }
            }
        ]
    }

    private func keyGrants(_ id: String) async -> Section {
        await section("Grants") { () async throws(AWSError) in
            try await all(KMS.ListGrants(keyID: id)) { $0.grants }.map { grant in
                let who = grant.grantee.flatMap(AmazonResourceName.init).map { "\($0.resource) of \($0.account)" }
                var words = "\(who ?? grant.grantee ?? "somebody") may \(grant.operations.joined(separator: ", "))"
                if !grant.contextKeys.isEmpty {
                    words += " if the encryption context has \(grant.contextKeys.joined(separator: ", "))"
                }
                if let created = time(grant.created) { words += ", since \(created)" }
                return line(grant.name ?? grant.id, words, link: link(grant.grantee))
            }
        }
    }
}
