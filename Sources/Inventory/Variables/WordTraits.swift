/// What one word of a variable's name tells.
struct WordTraits: OptionSet {
    let rawValue: UInt16

    /// Names a secret: PASSWORD, TOKEN.
    static let secret = WordTraits(rawValue: 1 << 0)
    /// KEY: a secret only behind one of `beforeKey`.
    static let key = WordTraits(rawValue: 1 << 1)
    /// API, SIGNING: makes the KEY behind it a secret.
    static let beforeKey = WordTraits(rawValue: 1 << 2)
    /// As the last word: the value is about a secret and not one: ARN, TTL.
    static let about = WordTraits(rawValue: 1 << 3)
    /// As the first word: a switch: ENABLE, ALLOW. ALLOW anywhere.
    static let switches = WordTraits(rawValue: 1 << 4)
    static let allow = WordTraits(rawValue: 1 << 5)
    /// As the last word: a setting whatever it looks like: SHA, LEVEL.
    static let setting = WordTraits(rawValue: 1 << 6)
    /// As the last word: the value names or numbers something, however random: NAME, ID, TABLE.
    static let identifier = WordTraits(rawValue: 1 << 7)
    /// Anywhere: what follows is public: PUBLIC, CSRF.
    static let open = WordTraits(rawValue: 1 << 8)
    static let encrypted = WordTraits(rawValue: 1 << 9)
    /// The value may well be the name of something else in the account.
    static let reference = WordTraits(rawValue: 1 << 10)
    static let parameter = WordTraits(rawValue: 1 << 11)
    static let secretStore = WordTraits(rawValue: 1 << 12)
    /// The value may be what names begin with.
    static let prefix = WordTraits(rawValue: 1 << 13)

    /// The traits of a word by its hash.
    static func of(_ hash: UInt64) -> WordTraits { table[hash] ?? [] }

    /// FNV-1a over the upper-case bytes of a word, to be continued byte by byte.
    static let emptyHash: UInt64 = 0xCBF2_9CE4_8422_2325

    static func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }

    static func hash(of word: String) -> UInt64 { word.utf8.reduce(emptyHash, hash) }

    private static let table: [UInt64: WordTraits] = {
        var table: [UInt64: WordTraits] = [:]
        for (traits, words) in lists {
            for word in words.split(separator: " ") { table[hash(of: String(word)), default: []].insert(traits) }
        }
        return table
    }()

    private static let lists: [(WordTraits, String)] = [
        (
            .secret,
            """
            PASSWORD PASSWORDS PASSWD PASS PWD PASSPHRASE SECRET SECRETS TOKEN TOKENS APIKEY APITOKEN CREDENTIAL CREDENTIALS \
            CREDS PIN PW PRIVATEKEY SECRETKEY ACCESSKEY PEM JWT BEARER DSN SALT PEPPER SECRETE PASSCODE DBPASS
            """
        ), (.key, "KEY KEYS"),
        (
            .beforeKey,
            """
            API ACCESS PRIVATE SECRET SIGNING SIGN ENCRYPTION MASTER SHARED LICENSE LICENCE AUTH SERVICE ACCOUNT STORAGE \
            SSH APP APPLICATION INGEST DATA HMAC SERVER SUBSCRIPTION WEBHOOK SESSION
            """
        ),
        (
            .about,
            """
            ARN NAME ID IDS PATH PARAM PARAMETER PREFIX FILE URL URI ENDPOINT HOST TTL LIMIT MAX MIN EXPIRY EXPIRATION \
            EXPIRES SECONDS MINUTES HOURS DAYS LENGTH SIZE COUNT HEADER FIELD TABLE BUCKET REGION VERSION ROTATION ENABLED \
            DISABLED REQUIRED TYPE ALGORITHM ALG ISSUER AUDIENCE STAGE LOCATION REF PROVIDER MODE POLICY ALIAS TIMEOUT CACHE \
            INTERVAL SOURCE HASH USAGE SCOPE SCOPES POOL GRANT RETRIES STRATEGY KIND FORMAT ENCODING DIRECTORY DIR STORE
            """
        ), (.switches, "ENABLE DISABLE USE ALLOW REQUIRE REQUIRES HAS IS SKIP VALIDATE"), (.allow, "ALLOW"),
        (
            .setting,
            "SHA SHA256 DIGEST CHECKSUM CHKSUM ETAG LEVEL TIMEOUT LOCALE TIMEZONE BUNDLE FINGERPRINT"
        ),
        (
            .identifier,
            """
            ARN NAME ID IDS TABLE BUCKET QUEUE TOPIC STREAM CLUSTER POOL GROUP INDEX FUNCTION ROLE STACK VPC SUBNET ACCOUNT \
            DOMAIN HOST URL URI ENDPOINT VERSION HASH PATH FILE PREFIX ALIAS IMAGE TAG BUILD RELEASE EVENT UUID GUID DATASET \
            BUS LAYER REPOSITORY REPO DISTRIBUTION CERTIFICATE CERT TENANT CLIENT AUDIENCE ISSUER REF COMMIT REVISION SRCREV
            """
        ), (.open, "PUBLIC PUBLISHABLE CSRF PRIMARY FOREIGN SCHEMA SEQUENCE PARTITION SORT NATURAL ROUTING OBJECT"),
        (.encrypted, "ENCRYPTED CIPHERTEXT CIPHER ENC KMS BLOB WRAPPED"),
        (
            .reference,
            """
            ARN NAME ID PATH PARAM PARAMETER PARAMS SSM SECRET SECRETS KMS KEY ALIAS PASSWORD TOKEN CREDENTIALS REF SM
            """
        ), (.parameter, "PARAM PARAMETER SSM PARAMS"), (.secretStore, "SECRET SECRETS SECRETSMANAGER SM"),
        (.prefix, "PREFIX PATH ROOT BASE NAMESPACE")
    ]
}
