/// Every way in which the console comes to say that something depends on something. The one table from which rows,
/// screens and docs/used-by.md are made.
public enum EvidenceRule: String, Sendable, CaseIterable {
    // A name in a variable.
    case variableARN, variableName, variableWord, variableInside, variableResolve, variablePinned, variablePrefix
    case extensionLayer
    // Keys and ciphertexts.
    case ciphertext, storedCiphertext, environmentKey, encryptedUnder
    // What belongs to a function or a secret.
    case ownVariable, runsAs, rotates
    // The same value.
    case sameVariable, storedValue, olderValue
    // CloudFormation.
    case templateResolve, templateParameter, templateResource, templateMember
    // Rights.
    case allowed, allowedByPath, undecided, keyGrant
    // What has happened.
    case wasRead, wasDecrypted
}

extension EvidenceRule {
    public var kind: EvidenceKind {
        switch self {
        case .variableARN, .variableName, .variableWord, .variableInside, .variableResolve, .variablePinned,
            .variablePrefix, .ciphertext, .storedCiphertext, .environmentKey, .encryptedUnder, .ownVariable, .runsAs,
            .rotates:
            .reference
        case .extensionLayer: .extension
        case .sameVariable, .storedValue, .olderValue: .sameValue
        case .templateResolve, .templateParameter, .templateResource, .templateMember: .template
        case .allowed, .allowedByPath, .undecided, .keyGrant: .policy
        case .wasRead, .wasDecrypted: .cloudTrail
        }
    }

    /// The certainty where nothing about the case lowers it.
    public var certainty: Certainty {
        switch self {
        case .variableARN, .variableName, .variablePinned, .variableResolve, .extensionLayer, .environmentKey,
            .encryptedUnder, .ownVariable, .runsAs, .rotates, .sameVariable, .storedValue, .templateResolve,
            .templateParameter, .templateResource, .templateMember, .allowed, .allowedByPath, .keyGrant, .wasRead,
            .wasDecrypted, .ciphertext:
            .sure
        case .variableInside, .variableWord, .olderValue: .likely
        case .variablePrefix, .storedCiphertext, .undecided: .possible
        }
    }

    /// The rank among evidence of equal certainty: what says most first.
    var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
