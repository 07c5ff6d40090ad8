import SensitiveMemory

/// The keyed fingerprints of all names under which the account's secrets, parameters and keys may be written in a
/// variable. A variable whose value has the same fingerprint names that thing; the value itself is never held.
public struct NameIndex: Sendable {
    /// How much a match proves.
    public enum Form: Int, Comparable, Sendable {
        /// An ARN, whole or without the random characters.
        case arn
        /// A name as the store has it, unlike any setting: it has a slash or is long.
        case name
        /// A name without its leading slash.
        case unslashed
        /// A short plain word: believed only if the variable's name says that it names something.
        case word

        public static func < (left: Form, right: Form) -> Bool { left.rawValue < right.rawValue }
    }

    /// That a thing has a name, small because there are several for each of a hundred thousand things.
    private struct Entry: Sendable {
        /// The place of the thing in `things`.
        let thing: UInt32
        private var formAndGeneration: UInt32

        init(thing: UInt32, form: Form, generation: Int) {
            self.thing = thing
            formAndGeneration = UInt32(truncatingIfNeeded: generation) << 2 | UInt32(form.rawValue)
        }

        var form: Form { Form(rawValue: Int(formAndGeneration & 3)) ?? .word }

        /// The load that brought it last.
        var generation: Int {
            get { Int(formAndGeneration >> 2) }
            set { formAndGeneration = UInt32(truncatingIfNeeded: newValue) << 2 | formAndGeneration & 3 }
        }
    }

    /// What a fingerprint names.
    public struct Match: Sendable, Equatable {
        public let reference: Reference
        public let form: Form
    }

    private let key: FingerprintKey
    /// The rows as the lists hold them: a reference of its own each would be half as large as a row.
    private var things: [ResourceRow] = []
    private var entries: [Fingerprint: Entry] = [:]
    /// What else has a name that is in `entries`.
    private var namesakes: [Fingerprint: [Entry]] = [:]
    /// The load that the rows being inserted belong to.
    private var generation = 0

    public init(key: FingerprintKey) { self.key = key }

    /// The fingerprint that a variable with this very text as its value would have.
    public func fingerprint(ofName name: String) -> Fingerprint { key.fingerprint(ofName: name) }

    /// Adds the names of a secret, parameter or key; a function has none to add.
    ///
    /// - Parameter generation: the load that brought the row, for `dropOlder`.
    public mutating func insert(_ row: ResourceRow, generation: Int = 0) {
        self.generation = generation
        switch row {
        case .function: break
        case .secret(let secret): insert(secret: secret, row)
        case .parameter(let parameter): insert(parameter: parameter, row)
        case .key(let key): insert(key: key, row)
        }
    }

    /// Forgets the things of a kind that no load since the given one has brought.
    public mutating func dropOlder(than generation: Int, of kind: ResourceKind) {
        let isOld = { [things] (entry: Entry) in
            entry.generation < generation && things[Int(entry.thing)].kind == kind
        }
        for fingerprint in namesakes.keys {
            namesakes[fingerprint]?.removeAll(where: isOld)
            if namesakes[fingerprint]?.isEmpty == true { namesakes[fingerprint] = nil }
        }
        for (fingerprint, entry) in entries where isOld(entry) {
            entries[fingerprint] = namesakes[fingerprint]?.popLast()
            if namesakes[fingerprint]?.isEmpty == true { namesakes[fingerprint] = nil }
        }
    }

    /// What a variable with that name and that fingerprint of its value names, if anything.
    public func reference(for fingerprint: Fingerprint, variable name: String) -> Reference? {
        match(fingerprint, variable: name)?.reference
    }

    /// The same, and in which form the name is written.
    public func match(_ fingerprint: Fingerprint, variable name: String) -> Match? {
        guard let entry = entries[fingerprint] else { return nil }
        let words = VariableName(name)
        let believed = ([entry] + namesakes[fingerprint, default: []])
            .filter { $0.form != .word || words.hintsAtReference }
        func rank(_ candidate: Entry) -> Int {
            let agrees =
                switch things[Int(candidate.thing)].kind {
                case .secret: words.hintsAtSecret && !words.hintsAtParameter
                case .parameter: words.hintsAtParameter && !words.hintsAtSecret
                case .function, .key: false
                }
            return candidate.form.rawValue * 2 + (agrees ? -3 : 0)
        }
        return believed.min { rank($0) < rank($1) }.map {
            Match(reference: things[Int($0.thing)].common.reference, form: $0.form)
        }
    }

    /// Makes a link of every variable that names something in the index. Returns whether any changed.
    @discardableResult public func resolve(_ row: inout FunctionRow) -> Bool {
        var changed = false
        for position in row.variables.indices {
            let variable = row.variables[position]
            guard let fingerprint = variable.fingerprint, variable.source != .ciphertext,
                let reference = reference(for: fingerprint, variable: variable.name), reference != variable.of
            else { continue }
            row.variables[position].of = reference
            row.variables[position].source =
                switch reference.listKind {
                case .secret: .secret
                case .parameter: .parameter
                case .key, .function, nil: .plain
                }
            changed = true
        }
        return changed
    }

    private mutating func insert(secret: SecretRow, _ row: ResourceRow) {
        guard case .secret(let name, _, _) = secret.common.reference else { return }
        add(name, nameForm(name), row)
        guard let arn = secret.common.arn else { return }
        add(arn, .arn, row)
        if let partial = AmazonResourceName.withoutRandomSuffix(arn) { add(partial, .arn, row) }
    }

    private mutating func insert(parameter: ParameterRow, _ row: ResourceRow) {
        guard case .parameter(let name, _) = parameter.common.reference else { return }
        add(name, nameForm(name), row)
        if name.hasPrefix("/") {
            let rest = String(name.dropFirst())
            add(rest, rest.contains("/") ? .unslashed : .word, row)
        } else {
            add("/" + name, .word, row)
        }
        if let arn = parameter.common.arn { add(arn, .arn, row) }
    }

    private mutating func insert(key: KeyRow, _ row: ResourceRow) {
        guard case .key(let id) = key.common.reference else { return }
        add(id, .name, row)
        for alias in key.aliases { add(alias, .name, row) }
        guard let arn = key.common.arn, let name = AmazonResourceName(arn) else { return }
        add(arn, .arn, row)
        for alias in key.aliases {
            add("arn:\(name.partition):kms:\(name.region):\(name.account):\(alias)", .arn, row)
        }
    }

    private func nameForm(_ name: String) -> Form { name.contains("/") || name.utf8.count >= 16 ? .name : .word }

    private mutating func add(_ text: String, _ form: Form, _ row: ResourceRow) {
        guard !text.isEmpty else { return }
        let fingerprint = key.fingerprint(ofName: text)
        let reference = row.common.reference
        func isKnown(_ entry: Entry) -> Bool {
            entry.form <= form && things[Int(entry.thing)].common.reference == reference
        }
        if let entry = entries[fingerprint], isKnown(entry) {
            entries[fingerprint]?.generation = generation
            // The row of an older load is let go.
            things[Int(entry.thing)] = row
        } else if let place = namesakes[fingerprint]?.firstIndex(where: isKnown),
            let thing = namesakes[fingerprint]?[place].thing
        {
            namesakes[fingerprint]?[place].generation = generation
            things[Int(thing)] = row
        } else {
            let entry = Entry(thing: place(of: row), form: form, generation: generation)
            if entries[fingerprint] == nil {
                entries[fingerprint] = entry
            } else {
                namesakes[fingerprint, default: []].append(entry)
            }
        }
    }

    /// The names of a thing are added one behind the other: its place is the last one, or it is new.
    private mutating func place(of row: ResourceRow) -> UInt32 {
        if things.last?.common.reference != row.common.reference { things.append(row) }
        return UInt32(things.count - 1)
    }
}
