/// What the name of an environment variable tells about its value.
struct VariableName {
    /// A rough meaning, by the words of the name.
    enum Meaning: Equatable {
        /// The value itself should be secret: `DB_PASSWORD`, `STRIPE_API_KEY`.
        case secret
        /// Something about a secret but not it: `TOKEN_TTL`, `DB_SECRET_ARN`.
        case aboutSecret
        /// A setting whatever its value looks like: `LOG_LEVEL`, `GIT_SHA`.
        case setting
        /// The name or number of something: `TABLE_NAME`, `CLIENT_ID`.
        case identifier
        /// `SOMETHING_KEY`: a secret if it looks like one, and as often the name of something.
        case key
        case open
    }

    /// The traits of all words together.
    private let all: WordTraits
    private let first: WordTraits
    private let last: WordTraits
    private let isEmpty: Bool
    private let namesSecret: Bool
    private let isKnownSetting: Bool

    init(_ name: String) {
        var reading = Reading()
        var name = name
        name.withUTF8 { reading.read($0) }
        all = reading.all
        first = reading.first ?? []
        last = reading.last
        isEmpty = reading.first == nil
        namesSecret = reading.namesSecret
        isKnownSetting = Self.settings.contains(reading.whole)
    }

    var meaning: Meaning {
        if isEmpty { return .open }
        if isKnownSetting || last.contains(.setting) { return .setting }
        if all.contains(.open) { return namesSecret ? .aboutSecret : .identifier }
        guard namesSecret else {
            if last.contains(.key), !all.contains(.encrypted) { return .key }
            return last.contains(.identifier) ? .identifier : .open
        }
        let isAbout = last.contains(.about) || first.contains(.switches) || all.contains(.allow)
        return isAbout ? .aboutSecret : .secret
    }

    /// Whether the value may well be the name of something else in the account.
    var hintsAtReference: Bool { all.contains(.reference) }
    /// Whether the value is said to be encrypted.
    var saysEncrypted: Bool { all.contains(.encrypted) }
    /// Whether the value is said to be what names begin with.
    var hintsAtPrefix: Bool { all.contains(.prefix) }
    var hintsAtParameter: Bool { all.contains(.parameter) }
    var hintsAtSecret: Bool { all.contains(.secretStore) }

    /// Whole names, words joined by `_`, that are settings.
    private static let settings: Set<UInt64> = Set(
        [
            "TZ", "LANG", "PATH", "HOME", "NODE_ENV", "NODE_OPTIONS", "PYTHONPATH", "LD_LIBRARY_PATH", "AWS_CA_BUNDLE",
            "AWS_REGION", "AWS_LAMBDA_EXEC_WRAPPER", "POWERTOOLS_SERVICE_NAME", "STAGE", "ENV", "ENVIRONMENT",
            "JAVA_TOOL_OPTIONS", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"
        ].map(WordTraits.hash(of:)))
}

extension VariableName {
    /// One pass over the bytes of a name: words end at `_`, `-`, `.` and where a capital follows a small letter.
    private struct Reading {
        var all: WordTraits = []
        var first: WordTraits?
        var last: WordTraits = []
        var namesSecret = false
        /// The hash of the words joined by `_`.
        var whole = WordTraits.emptyHash
        private var word = WordTraits.emptyHash
        /// The last 8 upper-case bytes of the word, for words that are written together: `DBPASSWORD`.
        private var tail: UInt64 = 0
        private var count = 0

        mutating func read(_ name: UnsafeBufferPointer<UInt8>) {
            var previous = UInt8(0)
            for byte in name {
                let breaks = byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
                if breaks || (byte.isUpper && previous.isLower) { end() }
                if !breaks { add(byte.isLower ? byte & 0xDF : byte) }
                previous = byte
            }
            end()
        }

        private mutating func add(_ byte: UInt8) {
            if count == 0, first != nil { whole = WordTraits.hash(whole, UInt8(ascii: "_")) }
            word = WordTraits.hash(word, byte)
            whole = WordTraits.hash(whole, byte)
            tail = tail << 8 | UInt64(byte)
            count += 1
        }

        private mutating func end() {
            guard count > 0 else { return }
            var traits = WordTraits.of(word)
            if traits.isEmpty, endsInSecret { traits = .secret }
            if traits.contains(.secret) || (traits.contains(.key) && last.contains(.beforeKey)) { namesSecret = true }
            all.insert(traits)
            if first == nil { first = traits }
            last = traits
            word = WordTraits.emptyHash
            tail = 0
            count = 0
        }

        /// `MYSQLPASSWORD`, `AUTHTOKEN`, `CLIENTSECRET`.
        private var endsInSecret: Bool {
            guard count > 5 else { return false }
            return Self.endings.contains { tail & $0.mask == $0.value }
        }

        private static let endings: [(value: UInt64, mask: UInt64)] = [
            "PASSWORD", "PASSWD", "SECRET", "TOKEN", "APIKEY"
        ]
        .map { ending in
            let value = ending.utf8.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            return (value, ending.utf8.count == 8 ? .max : (1 << UInt64(8 * ending.utf8.count)) - 1)
        }
    }
}
