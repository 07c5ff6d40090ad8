import SensitiveMemory

/// The buckets and tables that a role's policies name for reading, by the fingerprints of their names.
struct ContainerRights {
    private var names: [Fingerprint: String] = [:]

    init(_ statements: [PolicyStatement], _ index: NameIndex) {
        for statement in statements where statement.effect == .allow {
            let reads =
                statement.covers("s3:GetObject") == .yes || statement.covers("dynamodb:GetItem") == .yes
                || statement.covers("dynamodb:Query") == .yes
            guard reads, case .among(let patterns)? = statement.resources else { continue }
            for pattern in patterns {
                guard let arn = AmazonResourceName(pattern.prefix) else { continue }
                let name =
                    arn.service == "s3" ? String(arn.resource.prefix { $0 != "/" }) : arn.resource(after: "table/")
                guard let name, !name.isEmpty else { continue }
                names[index.fingerprint(ofName: name)] = arn.service == "s3" ? "bucket \(name)" : "table \(name)"
            }
        }
    }

    func name(_ fingerprint: Fingerprint) -> String? { names[fingerprint] }
}
