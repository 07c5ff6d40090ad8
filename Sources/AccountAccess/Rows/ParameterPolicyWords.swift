import AWSServices
import StrictJSON

/// A parameter's policy in a few words.
enum ParameterPolicyWords {
    /// `Expiration 2026-11-26T00:00:00Z`, `ExpirationNotification 15 Days before`; the type alone if its text is not
    /// as the API reference has it.
    static func words(_ policy: ParameterMetadata.Policy) -> String {
        let type = Cleaned.text(policy.type ?? "Policy")
        guard let text = policy.text, let attributes = attributes(text) else { return type }
        func part(_ name: String) -> String? { Cleaned.text(attributes[name]?.string) }
        let detail =
            switch type {
            case "Expiration": part("Timestamp")
            case "ExpirationNotification": join(part("Before"), part("Unit"), "before")
            case "NoChangeNotification": join(part("After"), part("Unit"), "without change")
            default: String?.none
            }
        return detail.map { "\(type) \($0)" } ?? type
    }

    private static func attributes(_ text: String) -> JSONNode? {
        do throws(JSONError) { return try JSONDocument(text).root["Attributes"] } catch { return nil }
    }

    private static func join(_ number: String?, _ unit: String?, _ word: String) -> String? {
        guard let number, let unit else { return nil }
        return "\(number) \(unit) \(word)"
    }
}
