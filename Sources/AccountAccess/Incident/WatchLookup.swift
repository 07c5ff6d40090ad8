import AWSServices
import FoundationEssentials
import Operations

/// What CloudTrail is asked to find the uses of a credential, and which of its answers are one.
struct WatchLookup {
    let attribute: CloudTrail.LookupEvents.Attribute
    /// nil: the newest only, however old, to tell the last use.
    let since: Date?

    var words: String { "\(attribute.key)=\(attribute.value)" }

    /// Each lookup once, since the earliest rotation that it is for.
    static func lookups(for targets: [WatchTarget]) -> [WatchLookup] {
        var since: [CloudTrail.LookupEvents.Attribute: Date] = [:]
        var order: [CloudTrail.LookupEvents.Attribute] = []
        var last: [WatchLookup] = []
        for target in targets {
            for attribute in attributes(target.kind) {
                if since[attribute] == nil { order.append(attribute) }
                since[attribute] = min(target.since, since[attribute] ?? target.since)
            }
            // What is found by the credential itself tells its last use for one call more.
            switch target.kind {
            case .accessKey, .user: last += attributes(target.kind).map { WatchLookup(attribute: $0, since: nil) }
            case .secret, .parameter: break
            }
        }
        return order.map { WatchLookup(attribute: $0, since: since[$0]) } + last
    }

    private static func attributes(_ kind: WatchTarget.Kind) -> [CloudTrail.LookupEvents.Attribute] {
        switch kind {
        case .accessKey(let id): [.init(key: "AccessKeyId", value: id)]
        case .user(let name): [.init(key: "Username", value: name)]
        // Secrets Manager's events are not found by resource.
        case .secret: [.init(key: "EventName", value: "GetSecretValue")]
        case .parameter(_, let arn, _):
            [.init(key: "ResourceName", value: arn), .init(key: "EventName", value: "GetParameterHistory")]
        }
    }

    static func isUse(_ event: CloudTrail.Event, of target: WatchTarget) -> Bool {
        switch target.kind {
        case .accessKey(let id): return event.accessKeyID == id
        case .user(let name): return event.actor?.hasSuffix(":user/" + name) ?? false || event.actor == name
        case .secret(let name, let arn, let current):
            guard event.name == "GetSecretValue",
                event.names["secretId"]?.contains(where: [name, arn].contains) ?? false
            else { return false }
            let asked = (event.names["versionId"] ?? []) + (event.names["versionStage"] ?? [])
            return asked.contains { !current.contains($0) }
        case .parameter(let name, let arn, let current):
            let bare = [name, "/" + name, arn]
            let asked = (event.names["name"] ?? []) + (event.names["names"] ?? [])
            if event.name == "GetParameterHistory" { return asked.contains(where: bare.contains) }
            return asked.contains { text in
                bare.contains { text.hasPrefix($0 + ":") && !current.contains(String(text.dropFirst($0.count + 1))) }
            }
        }
    }
}
