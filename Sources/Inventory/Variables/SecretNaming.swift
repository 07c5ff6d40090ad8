/// What a name says of the value behind it, for what has no variable: the field of a JSON secret.
public enum SecretNaming {
    /// Whether the name says that the value itself is a secret: `password`, `apiKey`, `/stripe/secret`.
    public static func saysSecret(_ name: some StringProtocol) -> Bool {
        switch VariableName(String(name.split(separator: "/").last ?? "")).meaning {
        case .secret, .key: true
        case .aboutSecret, .setting, .identifier, .open: false
        }
    }
}

extension FunctionRow {
    /// Whether the variable of this name has a secret in the clear.
    public func holdsSecret(_ variable: String) -> Bool {
        plainSecrets.contains { $0.variable.name == variable }
    }
}
