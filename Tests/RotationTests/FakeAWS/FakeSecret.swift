/// A secret as Secrets Manager keeps it.
struct FakeSecret: Sendable {
    struct Version: Sendable {
        /// nil while a rotation has only made the version.
        var value: String?
        var labels: Set<String>
    }

    var versions: [String: Version] = [:]
    var rotates = false
    /// The ARN of the rotation function, where one is named.
    var rotator: String?
    /// The service that owns it, and rotates it under a version of its own naming.
    var owner: String?
    var replicas: [String] = []
    /// How often it must be looked at until replicas are in sync, or a rotation takes its next step.
    var lag = 0
    /// The value that the rotation function is about to make current, and its version.
    var rotation: (token: String, value: String)?

    var settings = FakeSettings()

    func version(with label: String) -> String? { versions.first { $0.value.labels.contains(label) }?.key }
    var current: String? { version(with: "AWSCURRENT") }
    var pendingCount: Int {
        versions.values.count { $0.labels.contains("AWSPENDING") && !$0.labels.contains("AWSCURRENT") }
    }

    /// As UpdateSecretVersionStage describes it: AWSPREVIOUS follows AWSCURRENT by itself.
    mutating func move(_ label: String, to new: String?, from old: String?) -> FakeReply? {
        if let new, versions[new] == nil { return .error(400, "ResourceNotFoundException") }
        let holder = version(with: label)
        if let old, holder != old {
            return .error(400, "InvalidParameterException", "\(label) is not on version \(old)")
        }
        if let new {
            if holder == new { return .error(400, "InvalidParameterException", "\(label) is on that version already") }
            if holder != nil, old == nil {
                return .error(400, "InvalidParameterException", "\(label) is on another version")
            }
            if let holder { versions[holder]?.labels.remove(label) }
            versions[new]?.labels.insert(label)
            if label == "AWSCURRENT", let holder {
                for id in versions.keys { versions[id]?.labels.remove("AWSPREVIOUS") }
                versions[holder]?.labels.insert("AWSPREVIOUS")
            }
        } else if let old {
            versions[old]?.labels.remove(label)
        }
        lag = 2
        return nil
    }
}
