/// A dynamic reference of CloudFormation: `{{resolve:secretsmanager:NAME:SecretString:KEY:STAGE:VERSION}}`.
///
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html
struct DynamicReference: Equatable {
    enum Service: String {
        case secretsManager = "secretsmanager"
        case parameter = "ssm"
        case secureParameter = "ssm-secure"
    }

    let service: Service
    /// A name, an ARN, or `${LogicalName}` of something in the template.
    let id: String
    /// The version, stage or label that it names; AWSCURRENT is none.
    let pin: String?

    /// - Parameter text: what stands between `{{resolve:` and `}}`.
    init?(_ text: Substring) {
        var parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 2, let service = Service(rawValue: parts.removeFirst()) else { return nil }
        self.service = service
        if parts[0] == "arn", parts.count >= 6 {
            let length = service == .secretsManager ? 7 : 6
            id = parts.prefix(length).joined(separator: ":")
            parts.removeFirst(min(length, parts.count))
        } else {
            id = parts.removeFirst()
        }
        guard !id.isEmpty else { return nil }
        switch service {
        case .secretsManager:
            let pins = parts.dropFirst(2).filter { !$0.isEmpty && $0 != "AWSCURRENT" }
            pin = pins.last
        case .parameter, .secureParameter: pin = parts.first { !$0.isEmpty }
        }
    }

    /// The thing that is named by name or ARN.
    var reference: Reference {
        if let arn = AmazonResourceName(id), let reference = Reference(arn) { return reference }
        switch service {
        case .secretsManager: return .secret(name: id)
        case .parameter, .secureParameter: return .parameter(name: id)
        }
    }

    /// Where an ARN says that the thing is; nil for a name, and where the ARN says that it is here.
    func place(ifNot here: AccountPlace) -> AccountPlace? {
        guard let arn = AmazonResourceName(id), !here.mayHave(arn) else { return nil }
        return AccountPlace(
            account: arn.account.isEmpty ? here.account : arn.account,
            region: arn.region.isEmpty ? here.region : arn.region)
    }
}
