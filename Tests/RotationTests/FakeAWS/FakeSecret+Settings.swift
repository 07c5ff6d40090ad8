import StrictJSON

extension FakeSecret {
    /// The calls that configure, delete and restore.
    mutating func settings(_ request: FakeRequest, _ name: String) -> FakeReply {
        let regions = request.body?["AddReplicaRegions"]?.elements.compactMap { $0["Region"]?.string } ?? []
        switch request.operation {
        case "secretsmanager:GetResourcePolicy":
            let policy = settings.policy
            return .ok { if let policy { $0.member("ResourcePolicy", policy) } }
        case "secretsmanager:RestoreSecret": settings.isDeleted = false
        case _ where settings.isDeleted:
            return .error(400, "InvalidRequestException", "it is scheduled for deletion")
        case "secretsmanager:DeleteSecret":
            guard replicas.isEmpty else { return .error(400, "InvalidRequestException", "it has replicas") }
            guard (7...30).contains(request.body?["RecoveryWindowInDays"]?.int ?? 0) else {
                return .error(400, "InvalidParameterException", "no window")
            }
            settings.isDeleted = true
        case "secretsmanager:UpdateSecret":
            if let text = request.body?["Description"]?.string { settings.description = text }
            if let key = request.body?["KmsKeyId"]?.string { settings.key = key }
        case "secretsmanager:TagResource": settings.tags.merge(request.tags) { $1 }
        case "secretsmanager:UntagResource":
            for key in request.body?["TagKeys"]?.elements.compactMap(\.string) ?? [] { settings.tags[key] = nil }
        case "secretsmanager:PutResourcePolicy": settings.policy = request.text("ResourcePolicy")
        case "secretsmanager:DeleteResourcePolicy": settings.policy = nil
        case "secretsmanager:RotateSecret":
            if let function = request.body?["RotationLambdaARN"]?.string { settings.function = function }
            settings.schedule = request.body?["RotationRules"]?["ScheduleExpression"]?.string
        case "secretsmanager:CancelRotateSecret": settings.schedule = nil
        case "secretsmanager:ReplicateSecretToRegions":
            guard !regions.contains(where: replicas.contains) else {
                return .error(400, "InvalidParameterException", "it is there already")
            }
            replicas += regions
            lag = 2
        case "secretsmanager:RemoveRegionsFromReplication":
            let gone = request.body?["RemoveReplicaRegions"]?.elements.compactMap(\.string) ?? []
            replicas.removeAll(where: gone.contains)
        default: return .error(400, "UnknownOperationException", request.operation)
        }
        return .ok { $0.member("Name", name) }
    }
}

extension FakeRequest {
    /// The tags of a call that adds some.
    var tags: [String: String] {
        Dictionary(
            (body?["Tags"]?.elements.map { ($0["Key"]?.string ?? "", $0["Value"]?.string ?? "") }) ?? [],
            uniquingKeysWith: { $1 })
    }
}
