extension FindingRule {
    /// How bad it is, where nothing about the case makes it better or worse.
    public var severity: Severity {
        switch self {
        case .disabledKeyInUse, .deletedInUse: .critical
        case .plainSecret, .templateSecret, .plainParameter, .rotationOverdue, .replicaBehind, .administrator,
            .thirdPartyReader:
            .high
        case .sharedSecret, .oldLiteral, .pendingVersion, .expiringParameter, .unreadableEnvironment, .environmentFull,
            .valueFull, .versionsFull, .wildcardReader, .variableReader, .defaultKey:
            .medium
        case .noRotation, .keyNotRotated, .unusedSecret, .regionFull, .extensionLayer: .low
        }
    }

    /// What is wrong.
    public var title: String {
        switch self {
        case .plainSecret: "A secret stands in plain text in a variable"
        case .sharedSecret: "The same secret is in several functions"
        case .oldLiteral: "A published version keeps a secret in plain text"
        case .templateSecret: "A secret stands in plain text in a template"
        case .plainParameter: "A parameter that is named like a secret is no SecureString"
        case .noRotation: "A secret has not changed for long and does not rotate"
        case .rotationOverdue: "A rotation is overdue"
        case .pendingVersion: "A pending version is stuck"
        case .keyNotRotated: "A customer key does not rotate"
        case .unusedSecret: "A secret is not used"
        case .expiringParameter: "A parameter is about to expire"
        case .disabledKeyInUse: "Something needs a key that cannot be used"
        case .deletedInUse: "Something uses a secret that is being deleted"
        case .replicaBehind: "A replica is out of step"
        case .unreadableEnvironment: "A function's environment cannot be read"
        case .environmentFull: "An environment is nearly full"
        case .valueFull: "A stored value is nearly as long as it may be"
        case .versionsFull: "The versions are nearly used up"
        case .regionFull: "A quota of the region is nearly used up"
        case .administrator: "A function or somebody else has an administrator's rights"
        case .wildcardReader: "A role may read all secrets or parameters"
        case .variableReader: "Somebody may read the variables of all functions"
        case .thirdPartyReader: "Another account may read variables or secrets"
        case .defaultKey: "AWS's own key is used where a customer key is required"
        case .extensionLayer: "A function runs the closed-source secrets extension"
        }
    }

    /// What can come of it.
    public var why: String {
        switch self {
        case .plainSecret:
            "everybody who may call GetFunctionConfiguration, GetFunction, ListFunctions or ListVersionsByFunction reads it, "
                + "auditors and scanners too, and no record says which variable was read"
        case .sharedSecret:
            "when it leaks nobody can tell where, and all of the functions have to change together"
        case .oldLiteral:
            "published versions are frozen: the old value stays readable there, and an alias can bring it back"
        case .templateSecret: "templates are kept, also old ones, and the next deployment puts the value back"
        case .plainParameter:
            "a String shows its value to everybody who may read the parameter or its history, without a right on a key"
        case .noRotation:
            "the longer a value lives the more copies of it there are, and the less anybody dares to change it"
        case .rotationOverdue:
            "the rule that wants the rotation is broken, and the rotation function may be failing unseen"
        case .pendingVersion:
            "the next rotation fails while it is there, and the pending value may already be the live one"
        case .keyNotRotated: "all ciphertexts of its life hang on one key material"
        case .unusedSecret: "it costs, and a value that nobody misses is a value that nobody watches"
        case .expiringParameter: "AWS deletes the parameter at that time, and its readers fail"
        case .disabledKeyInUse:
            "what is encrypted under it cannot be decrypted: functions fail at their next start, reads fail at once"
        case .deletedInUse: "its readers fail when the recovery window ends, and cannot read it even now"
        case .replicaBehind: "readers in that region get an older value than the primary's"
        case .unreadableEnvironment: "the function cannot start, and an update would write an empty map"
        case .environmentFull: "the next longer value is refused in the middle of a rotation"
        case .valueFull:
            "the next longer value is refused in the middle of a rotation; only looked for with --note, which reads values"
        case .versionsFull: "a label on the oldest version stops the next write of a parameter"
        case .regionFull: "the next deployment may be refused"
        case .administrator: "whoever breaks into it has the account, and every secret in it"
        case .wildcardReader: "one broken function is every secret, and the list of who needs what is lost"
        case .variableReader:
            "the four calls that describe functions bring every variable in plain text unless its key stops them"
        case .thirdPartyReader: "its protection is somebody else's: their leak is yours"
        case .defaultKey: "AWS's own key has no policy of yours: it cannot be shared, limited or disabled after a leak"
        case .extensionLayer:
            "it reads secrets with the function's role, cannot be inspected, and keeps a value for up to five minutes "
                + "after it has changed"
        }
    }

    /// What mends it.
    public var fix: String {
        switch self {
        case .plainSecret:
            "move it to a store and read it at run time: curtain plan move REF --to STORE; curtain advise says which"
        case .sharedSecret: "give each function its own, or keep one in a store that all read"
        case .oldLiteral: "rotate the value, move the aliases, then delete the version: curtain plan redeploy"
        case .templateSecret: "put a dynamic reference to a secret in its place, deploy, and rotate the value"
        case .plainParameter:
            "make it anew as SecureString under another name: the type cannot be changed, and the history keeps the value"
        case .noRotation: "curtain plan rotate REF, or switch automatic rotation on"
        case .rotationOverdue: "read the rotation function's log, mend it, then rotate: curtain plan rotate REF"
        case .pendingVersion: "find out which value the system takes, then finish the rotation or take the label away"
        case .keyNotRotated: "aws kms enable-key-rotation --key-id KEY"
        case .unusedSecret: "ask its owner, then delete it with a recovery window"
        case .expiringParameter:
            "write it anew with another expiration, or without: PutParameter keeps the policy if none is given"
        case .disabledKeyInUse: "aws kms enable-key --key-id KEY, or encrypt what needs it under another key first"
        case .deletedInUse: "aws secretsmanager restore-secret --secret-id NAME, then move the readers away first"
        case .replicaBehind: "read the replica's message in curtain show REF, mend it, then replicate again"
        case .unreadableEnvironment: "give the execution role kms:Decrypt on the key, or enable the key"
        case .environmentFull: "move the largest values to a store"
        case .valueFull:
            "make room: a parameter's advanced tier holds 8 KB, a secret 64 KB; what is longer goes under an envelope"
        case .versionsFull: "move the label off the oldest versions before the next write"
        case .regionFull: "remove what is not used, or ask AWS for a higher quota"
        case .administrator:
            "give the role what its work needs and no more; curtain policy prints what working with secrets needs"
        case .wildcardReader: "name the secrets and parameters, or a path, in the policy"
        case .variableReader:
            "deny all four calls to those who need no variables, or put the environments under a customer key that they "
                + "may not decrypt with"
        case .thirdPartyReader: "take ReadOnlyAccess away or deny the four calls and the reads of secrets to it"
        case .defaultKey: "encrypt it under a customer key, then write the value anew"
        case .extensionLayer:
            "know that it is there: rotate with an overlap of five minutes, or read by the SDK or Powertools"
        }
    }
}
