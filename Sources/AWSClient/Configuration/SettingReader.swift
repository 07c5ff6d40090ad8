/// A setting from its environment variable, else from the profile: the order of the SDKs.
struct SettingReader {
    let environment: AWSEnvironment
    let profile: Profile?

    func text(_ variable: String, _ property: String) -> String? { environment[variable] ?? profile?[property] }

    func flag(_ variable: String, _ property: String) -> Bool? {
        environment.flag(variable) ?? profile?.flag(property)
    }

    /// A whole number; anything else is an error that says where it stands.
    func number(_ variable: String, _ property: String, atLeast least: Int) throws(AWSError) -> Int? {
        guard let text = text(variable, property) else { return nil }
        guard let number = Int(text), number >= least else {
            throw wrong(variable, property, "must be a whole number, \(least) or more")
        }
        return number
    }

    /// One of some words, in any case.
    func choice(_ variable: String, _ property: String, _ words: [String]) throws(AWSError) -> String? {
        guard let text = text(variable, property)?.lowercased() else { return nil }
        guard words.contains(text) else {
            throw wrong(variable, property, "must be " + words.joined(separator: " or "))
        }
        return text
    }

    private func wrong(_ variable: String, _ property: String, _ rule: String) -> AWSError {
        let place = environment[variable] != nil ? variable : "\(property) (\(profile?.place(of: property) ?? ""))"
        return ClientConfiguration.configurationError(code: "InvalidConfiguration", "\(place) \(rule)")
    }
}
