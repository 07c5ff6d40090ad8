import SensitiveMemory

/// One profile, or one `sso-session` or `services` section, with where each line stands.
struct Profile: Sendable {
    var name: String
    /// `~/.aws/config`, for words and errors.
    var path: String
    var properties: [String: SharedFile.Property]
    /// The file each property comes from, when the two files are merged.
    var origins: [String: String] = [:]

    /// A property's text; nil if it is missing or blank.
    subscript(name: String) -> String? {
        guard case .text(let text)? = properties[name]?.value, !text.isEmpty else { return nil }
        return text
    }

    func secret(_ name: String) -> SecretBytes? {
        guard case .secret(let secret)? = properties[name]?.value, secret.count > 0 else { return nil }
        return secret
    }

    func nested(_ name: String) -> [String: String]? {
        guard case .nested(let values)? = properties[name]?.value else { return nil }
        return values
    }

    /// Whether the property says yes: `true` in any case.
    func flag(_ name: String) -> Bool? { self[name].map { $0.lowercased() == "true" } }

    /// `~/.aws/config, line 12`, for an error about a property.
    func place(of name: String) -> String {
        guard let property = properties[name] else { return path }
        return "\(origins[name] ?? path), line \(property.line)"
    }
}
