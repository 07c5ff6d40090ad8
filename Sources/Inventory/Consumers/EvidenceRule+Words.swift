extension EvidenceRule {
    /// A few words for a heading.
    public var title: String {
        switch self {
        case .variableARN: "A variable holds the ARN"
        case .variableName: "A variable holds the name"
        case .variableWord: "A variable holds a short name"
        case .variableInside: "A variable mentions it"
        case .variableResolve: "A variable holds an unresolved dynamic reference"
        case .variablePinned: "A variable names one version"
        case .variablePrefix: "A variable holds a prefix"
        case .extensionLayer: "Read through the extension layer"
        case .ciphertext: "A variable holds a ciphertext"
        case .storedCiphertext: "A variable points to a ciphertext"
        case .environmentKey: "The environment is encrypted under the key"
        case .encryptedUnder: "The value is encrypted under the key"
        case .ownVariable: "The function's own variable"
        case .runsAs: "The function runs as the role"
        case .rotates: "The function rotates it"
        case .sameVariable: "Two variables hold the same value"
        case .storedValue: "A variable holds the stored value"
        case .olderValue: "A variable holds an older value of it"
        case .templateResolve: "A template resolves it"
        case .templateParameter: "A template's parameter names it"
        case .templateResource: "A template makes it and uses it"
        case .templateMember: "A stack made it"
        case .allowed: "The role may read it"
        case .allowedByPath: "The role may read the path above it"
        case .undecided: "The role may be allowed to read it"
        case .keyGrant: "A grant lets it decrypt"
        case .wasRead: "CloudTrail saw it read"
        case .wasDecrypted: "CloudTrail saw it decrypted"
        }
    }

    /// What it means, what lowers its certainty, and what it cannot see; for docs/used-by.md.
    public var meaning: String {
        switch self {
        case .variableARN:
            "The whole value is the ARN of the secret, parameter or key, with or without the six random characters of a "
                + "secret. Likely instead of sure while the role's policies are not known, and only possible when they do "
                + "not allow reading it: then the function names it and fails."
        case .variableName:
            "The whole value is the name as the store has it, and unlike a setting: it has a slash or is long. Certainty as "
                + "above."
        case .variableWord:
            "The whole value is a short plain name, and the variable's own name says that it names something "
                + "(`…_SECRET`, `…_PARAM`, `…_NAME`)."
        case .variableInside:
            "The ARN or name stands inside JSON, a URL or a list in the value. Sure for an ARN, likely for a name."
        case .variableResolve:
            "The value still has `{{resolve:…}}` in it: whoever set the variable did not go through CloudFormation, and "
                + "Lambda does not resolve it. The function names it; whether it can read it is another question."
        case .variablePinned:
            "The value names one version or label of a parameter, or one stage or version of a secret: a new value does "
                + "not reach this function. See `curtain drift`."
        case .variablePrefix:
            "The value is a prefix of the name (`/prod/payments/`, `prod/catalogue/`): the function may read all below it, or "
                + "put a name together. Possible, and likely when the role may read the path."
        case .extensionLayer:
            "The function has the AWS Parameters and Secrets extension and a variable names the thing: it is read through "
                + "the extension's cache, up to 300 seconds late. The layer is closed source; what it reads is told by "
                + "the variable, not seen."
        case .ciphertext:
            "The value is a KMS ciphertext. Where it carries the key's id in clear, the key is sure; otherwise likely "
                + "when the role may decrypt with one key of the account only, and possible with several."
        case .storedCiphertext:
            "The value points to an object in S3 or an item in DynamoDB, and the role may read that bucket or table and "
                + "decrypt with the key. The object is not read: reading it would be an act on data."
        case .environmentKey:
            "The function's `KMSKeyArn`: without the key the function does not start."
        case .encryptedUnder:
            "The secret's or parameter's key. Who uses a key is also told of everyone who names a secret or parameter "
                + "that is encrypted under it; policies alone do not count on that way."
        case .ownVariable: "The variable is the function's own, in $LATEST or in a published version."
        case .runsAs: "The function's execution role."
        case .rotates: "The secret's rotation function: it reads, writes and moves the stages."
        case .sameVariable:
            "Their keyed fingerprints are equal, in $LATEST or in a published version. Settings, switches and numbers are "
                + "left out. Fingerprints are made while AWS's answer is parsed; the values are not kept."
        case .storedValue:
            "The fingerprint of the stored value, or of a field of a JSON secret, equals that of a variable. Found only on "
                + "request with a note (`--note`), because it reads the stored value: the act is recorded first."
        case .olderValue:
            "The value stood in a variable which, in another version of that function, holds a stored version of the thing: so it "
                + "is one that the store no longer gives out. Found with a note only, as above."
        case .templateResolve:
            "The template of the function's stack has `{{resolve:secretsmanager:…}}` or `{{resolve:ssm:…}}` in the "
                + "function's properties. CloudFormation puts the value in at deployment: a later value does not arrive."
        case .templateParameter:
            "A template parameter of a type such as `AWS::SSM::Parameter::Value<String>` names the parameter, and the "
                + "function's properties use it."
        case .templateResource:
            "The template makes the secret, parameter or key itself, and the function refers to it by `Ref`, `Fn::GetAtt`, "
                + "`Fn::Sub` or `Fn::Join`."
        case .templateMember: "The resource is in the stack: the next deployment may change it back."
        case .allowed:
            "The policies of the execution role, or of a user with its groups or a role that is no function's, its boundary, the resource's own policy and, for a customer key, the key's "
                + "policy allow reading the value. It says that the function may, not that it does. Each permission is "
                + "told by itself: reading a parameter's history and the plural calls are permissions of their own. Service "
                + "control policies and endpoint policies are not seen."
        case .allowedByPath:
            "The role may call GetParametersByPath on a path above the parameter. That call returns all below the path, "
                + "even where a statement denies the parameter by name."
        case .undecided:
            "Whether it may read hangs on something that only the request decides (a condition key such as "
                + "`aws:SourceVpc`), or on a policy that could not be read. The detail names it."
        case .keyGrant:
            "A KMS grant names the role as grantee and includes Decrypt. A grant's constraints are decided by the encryption "
                + "context of each call."
        case .wasRead:
            "An event in CloudTrail's history (90 days, by `curtain access` and kept in the cache folder) says who read it, "
                + "how often, and when last. Environment variables leave no such trace."
        case .wasDecrypted:
            "A kms:Decrypt event whose encryption context names the secret with its version, or the parameter: proof of "
                + "what was read."
        }
    }
}
