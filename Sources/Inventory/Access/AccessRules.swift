/// Which events of CloudTrail are reads of a value.
public enum AccessRules {
    /// The calls that answer with a value, as CloudTrail writes them, without the version behind Lambda's names.
    static let reads: Set<String> = [
        "GetSecretValue", "BatchGetSecretValue", "GetParameter", "GetParameters", "GetParametersByPath",
        "GetParameterHistory", "Decrypt", "GetFunctionConfiguration", "GetFunction", "ListFunctions",
        "ListVersionsByFunction"
    ]

    public static func isRead(_ event: AccessEvent) -> Bool { reads.contains(plain(event.action)) }

    /// `GetFunctionConfiguration` for `GetFunctionConfiguration20150331v2`.
    public static func plain(_ action: String) -> String {
        var name = action[...]
        if name.hasSuffix("v2") { name = name.dropLast(2) }
        let digits = name.reversed().prefix { $0.isNumber }.count
        return digits == 8 ? String(name.dropLast(8)) : action
    }
}
