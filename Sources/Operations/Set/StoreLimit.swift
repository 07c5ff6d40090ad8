import Inventory

/// What AWS takes of names, descriptions, tags and policies, so that they are refused before the call.
enum StoreLimit {
    /// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html
    static let secretName = 512
    static let secretDescription = 2_048
    /// https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html
    static let parameterName = 1_011
    static let parameterLevels = 15
    static let parameterDescription = 1_024
    static let allowedPattern = 1_024
    static let tags = 50
    static let tagKey = 128
    static let tagValue = 256
    /// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutResourcePolicy.html
    static let resourcePolicy = 20_480

    /// Throws `usage` if AWS takes no such name.
    static func checkName(_ store: Reference) throws(CallFailure) {
        switch store {
        case .secret(let name, _, _):
            guard (1...secretName).contains(name.utf8.count), name.utf8.allSatisfy(isSecretNameByte) else {
                throw refused(
                    "\(store): a secret's name has 1 to \(secretName) letters, digits and /_+=.@- and nothing else")
            }
            // https://docs.aws.amazon.com/secretsmanager/latest/userguide/getting-started.html
            guard !endsLikeARN(name) else {
                throw refused(
                    "\(store): a name that ends with a hyphen and six characters is taken for an ARN's end by AWS; "
                        + "choose another")
            }
        case .parameter(let name, _):
            guard (1...parameterName).contains(name.utf8.count), name.utf8.allSatisfy(isParameterNameByte) else {
                throw refused(
                    "\(store): a parameter's name has 1 to \(parameterName) letters, digits and /_.- and nothing else")
            }
            let levels = name.split(separator: "/", omittingEmptySubsequences: true)
            guard levels.count <= parameterLevels else {
                throw refused("\(store): a parameter's name has \(parameterLevels) levels at most")
            }
            guard name.hasPrefix("/") || levels.count == 1 else {
                throw refused("\(store): a name with levels begins with a slash")
            }
            guard !["aws", "ssm"].contains(where: { levels.first?.lowercased().hasPrefix($0) == true }) else {
                throw refused("\(store): AWS keeps names that begin with aws or ssm for itself")
            }
        case .variable(_, _, let name):
            // https://docs.aws.amazon.com/lambda/latest/api/API_Environment.html
            guard let first = name.utf8.first, name.utf8.count > 1, isLetter(first),
                name.utf8.allSatisfy({ isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "_") })
            else {
                throw refused(
                    "\(store): a variable's name begins with a letter; letters, digits and _ follow, at least one")
            }
        case .function, .key, .role, .user, .accessKey, .alias, .eventSourceMapping, .functionURL, .stack: return
        }
    }

    static func checkDescription(_ text: String?, _ limit: Int) throws(CallFailure) {
        guard let text, text.count > limit else { return }
        throw refused("the description is longer than AWS takes (\(limit) characters)")
    }

    static func checkTags(_ wanted: [String: String?], over there: [String: String?] = [:]) throws(CallFailure) {
        for (key, value) in wanted {
            guard (1...tagKey).contains(key.count), !key.lowercased().hasPrefix("aws:") else {
                throw refused("tag \(key): a key has 1 to \(tagKey) characters and does not begin with aws:")
            }
            guard (value?.count ?? 0) <= tagValue else {
                throw refused("tag \(key): its value is longer than AWS takes (\(tagValue) characters)")
            }
        }
        let after = there.merging(wanted) { $1 }.filter { $0.value != nil }
        guard after.count <= tags else {
            throw refused("with these it would have \(after.count) tags; AWS takes \(tags)")
        }
    }

    private static func refused(_ words: String) -> CallFailure { SetPlanner.refused(.usage, words) }

    private static func endsLikeARN(_ name: String) -> Bool {
        let end = name.utf8.suffix(7)
        return end.count == 7 && end.first == UInt8(ascii: "-")
            && end.dropFirst().allSatisfy { isLetter($0) || isDigit($0) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) && byte < 0x80 }
    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isSecretNameByte(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || "/_+=.@-".utf8.contains(byte)
    }
    private static func isParameterNameByte(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || "/_.-".utf8.contains(byte)
    }
}
