import ArgumentParser
import Inventory
import Operations
import StateFiles

/// What a secret or parameter has besides its value.
struct SettingOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("The description.", valueName: "text"))
    var description: String?

    @Option(
        name: .long,
        help: ArgumentHelp("A tag, KEY=VALUE; may be given several times.", valueName: "key=value"))
    var tag: [String] = []

    @Option(name: .long, help: ArgumentHelp("Take this tag off; may be given several times.", valueName: "key"))
    var untag: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp("The KMS key: alias/NAME, an id or an ARN, with or without key:.", valueName: "key"))
    var key: String?

    @Option(
        name: .long,
        help: ArgumentHelp("A parameter's tier: Standard, Advanced, Intelligent-Tiering.", valueName: "tier"))
    var tier: String?

    @Option(
        name: .long, help: ArgumentHelp("A new parameter's type: SecureString, String, StringList.", valueName: "type"))
    var type: String?

    @Option(name: .long, help: ArgumentHelp("The pattern that a parameter's values must match.", valueName: "regex"))
    var pattern: String?

    @Option(
        name: .long,
        help: ArgumentHelp("A parameter's policies, a JSON file; none takes them off.", valueName: "file"),
        completion: .file())
    var policies: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "A secret's rotation: rate(30 days), cron(…), a number of days, or off.", valueName: "schedule"))
    var rotation: String?

    @Option(
        name: .customLong("rotation-window"),
        help: ArgumentHelp("How long a rotation may begin after its time: 2h.", valueName: "hours"))
    var rotationWindow: String?

    @Option(
        name: .customLong("rotation-function"),
        help: ArgumentHelp("The ARN of the rotation function.", valueName: "arn"))
    var rotationFunction: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Replicate the secret to this region, REGION or REGION=KEY; may be given several times.",
            valueName: "region"))
    var replicate: [String] = []

    @Option(
        name: .customLong("no-replica"),
        help: ArgumentHelp("Delete the replica in this region; may be given several times.", valueName: "region"))
    var noReplica: [String] = []

    @Option(
        name: .customLong("resource-policy"),
        help: ArgumentHelp("A secret's resource policy, a JSON file; none takes it off.", valueName: "file"),
        completion: .file())
    var resourcePolicy: String?

    mutating func validate() throws {
        let tiers = ["Standard", "Advanced", "Intelligent-Tiering"]
        if let tier, !tiers.contains(tier) {
            throw ValidationError("--tier takes \(tiers.joined(separator: ", ")).")
        }
        let types = ["SecureString", "String", "StringList"]
        if let type, !types.contains(type) { throw ValidationError("--type takes \(types.joined(separator: ", ")).") }
        for text in tag where !text.dropFirst().contains("=") {
            throw ValidationError("--tag \(text): a tag is KEY=VALUE.")
        }
        if rotation == nil, rotationWindow != nil || rotationFunction != nil {
            throw ValidationError("--rotation-window and --rotation-function go with --rotation.")
        }
        let twice = Set(replicate.map { Self.replica($0).region }).intersection(noReplica)
        if let region = twice.sorted().first {
            throw ValidationError("--replicate and --no-replica both name \(region).")
        }
    }

    private var keyID: String? { key.map { $0.hasPrefix("key:") ? String($0.dropFirst(4)) : $0 } }

    /// Puts them into the request, where the store has them.
    func apply(to request: inout SetRequest) throws {
        var tags: [String: String?] = [:]
        for text in tag {
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            tags[String(parts[0])] = .some(String(parts[1]))
        }
        for key in untag { tags[key] = .some(nil) }
        request.settings.tags = tags
        request.settings.replicas = Dictionary(
            replicate.map { (Self.replica($0).region, true) } + noReplica.map { ($0, false) }, uniquingKeysWith: { $1 })
        for text in replicate {
            let (region, key) = Self.replica(text)
            request.settings.replicaKeys[region] = key
        }
        request.settings.rotation = try schedule()
        request.settings.resourcePolicy = try Self.text(resourcePolicy, "--resource-policy", none: "")
        request.changes.tier = tier
        request.changes.type = type
        request.changes.allowedPattern = pattern
        request.changes.policies = try Self.text(policies, "--policies", none: "[]")
        if case .parameter = request.subject {
            request.changes.description = description
            request.changes.keyID = keyID
        } else {
            request.settings.description = description
            request.settings.key = keyID
        }
    }

    private func schedule() throws -> RequestedSettings.Rotation? {
        guard let rotation else { return nil }
        return try RequestedSettings.Rotation(rotation, function: rotationFunction, window: rotationWindow)
    }

    /// `us-east-1`, or `us-east-1=alias/own`.
    private static func replica(_ text: String) -> (region: String, key: String?) {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        return (parts.first ?? "", parts.count > 1 ? parts[1] : nil)
    }

    private static func text(_ path: String?, _ option: String, none: String) throws -> String? {
        guard let path else { return nil }
        guard path != "none" else { return none }
        guard let bytes = try StateFile.contents(atPath: path, limit: 1 << 20) else {
            throw OperationFailure(.notFound, "\(option): there is no file \(path)")
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
