import SensitiveMemory

/// What one variable says of other things.
struct VariableReading {
    enum Use {
        /// It names the source; `detail` is read in front of the variable's name.
        case names(Reference, EvidenceRule, detail: String, isSure: Bool)
        /// It is a path above names.
        case below(String)
        /// It is a ciphertext that does not tell its key.
        case ciphertext
        /// It may point into a bucket or table of which this is the name's fingerprint.
        case container(Fingerprint)
    }

    private(set) var uses: [Use] = []
    private var found: Set<Reference> = []

    init(_ variable: FunctionRow.Variable, names: NameIndex, paths: PrefixTable) {
        guard let fingerprint = variable.fingerprint else { return }
        if variable.source == .ciphertext {
            ciphertext(variable, names)
            return
        }
        if let match = names.match(fingerprint, variable: variable.name) {
            switch match.form {
            case .arn: add(match.reference, .variableARN, "its ARN is the value of", true)
            case .name, .unslashed: add(match.reference, .variableName, "its name is the value of", true)
            case .word: add(match.reference, .variableWord, "its name is the value of", false)
            }
        }
        for mention in variable.mentions { read(mention, variable, names) }
        if found.isEmpty, let path = paths.prefix(variable) { uses.append(.below(path)) }
        if found.isEmpty {
            for mention in variable.mentions where mention.form == .container {
                uses.append(.container(mention.fingerprint))
            }
        }
    }

    /// What the variable says of things in another place: by ARN, or by a name that nothing here has.
    init(_ variable: FunctionRow.Variable, elsewhere names: NameIndex, here: NameIndex, in region: String) {
        guard let fingerprint = variable.fingerprint else { return }
        if variable.source == .ciphertext {
            var local = VariableReading()
            local.ciphertext(variable, here)
            if case .names? = local.uses.first { return }
            ciphertext(variable, names)
            uses.removeAll { if case .ciphertext = $0 { true } else { false } }
            return
        }
        if let match = names.match(fingerprint, variable: variable.name) {
            switch match.form {
            case .arn: add(match.reference, .variableARN, "its ARN is the value of", true)
            case .name, .unslashed:
                guard here.match(fingerprint, variable: variable.name) == nil else { break }
                add(match.reference, .variableName, "its name, which nothing in \(region) has, is the value of", false)
            case .word: break
            }
        }
        for mention in variable.mentions where names.match(mention.fingerprint, variable: variable.name)?.form == .arn {
            read(mention, variable, names)
        }
    }

    private init() {}

    private mutating func read(_ mention: ValueMention, _ variable: FunctionRow.Variable, _ names: NameIndex) {
        guard mention.form != .container, mention.form != .ciphertextKey,
            let match = names.match(mention.fingerprint, variable: variable.name), match.form != .word
        else { return }
        switch mention.form {
        case .arn: add(match.reference, .variableInside, "its ARN stands in the value of", true)
        case .name: add(match.reference, .variableInside, "its name stands in the value of", match.form == .arn)
        case .resolve: add(match.reference, .variableResolve, "an unresolved dynamic reference to it is in", true)
        case .pinned: add(match.reference, .variablePinned, "one version of it is named by", true)
        case .container, .ciphertextKey: break
        }
    }

    private mutating func ciphertext(_ variable: FunctionRow.Variable, _ names: NameIndex) {
        let known = variable.mentions.lazy.compactMap { mention -> Reference? in
            mention.form == .ciphertextKey ? names.match(mention.fingerprint, variable: variable.name)?.reference : nil
        }.first
        if let known {
            add(known, .ciphertext, "a ciphertext under it is the value of", true)
        } else {
            uses.append(.ciphertext)
        }
    }

    private mutating func add(_ source: Reference, _ rule: EvidenceRule, _ detail: String, _ isSure: Bool) {
        guard found.insert(source).inserted else { return }
        uses.append(.names(source, rule, detail: detail, isSure: isSure))
    }
}

extension FunctionRow.Variable {
    /// Whether equal values of such variables say anything: settings are equal everywhere.
    var mayBeSecret: Bool {
        switch source {
        case .literal, .ciphertext, .unknown: true
        case .secret, .parameter, .plain: false
        }
    }
}
