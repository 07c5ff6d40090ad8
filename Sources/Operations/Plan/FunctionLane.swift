/// What is done to one function, and from what state; its steps come one after the other, those of different functions
/// side by side.
public struct FunctionLane: Hashable, Sendable {
    /// A variable that gets something new.
    public struct Change: Hashable, Sendable {
        public enum Content: Hashable, Sendable {
            /// The new value; with a pointer (RFC 6901) one field of it.
            case value(pointer: String?)
            /// What is no secret: a name, an ARN.
            case text(String)
            /// The value encrypted under a KMS key, base64; with a pointer one field of it.
            case ciphertext(key: String, pointer: String?)
            /// The ciphertext that it holds, encrypted anew by KMS under this key; nobody sees the plaintext.
            case reEncrypted(key: String)
            /// Nothing: the variable goes.
            case removed
        }

        public let variable: String
        public let content: Content
        /// Whether the variable is not there yet: then the way back takes it away.
        public let isNew: Bool

        public init(variable: String, pointer: String? = nil) {
            self.init(variable: variable, .value(pointer: pointer))
        }

        public init(variable: String, _ content: Content, isNew: Bool = false) {
            self.variable = variable
            self.content = content
            self.isNew = isNew
        }
    }

    /// An alias that will serve the new version, and where it pointed when the plan was made.
    public struct Route: Hashable, Sendable {
        public let alias: String
        public let version: String
        public let revision: String?
        /// Executions provisioned on the alias: then it takes no weights and is moved at once.
        public let provisioned: Int?

        public init(alias: String, version: String, revision: String?, provisioned: Int? = nil) {
            self.alias = alias
            self.version = version
            self.revision = revision
            self.provisioned = provisioned
        }
    }

    public let function: String
    /// `RevisionId` of $LATEST when the plan was made.
    public let revision: String
    public let codeSHA256: String?
    public let changes: [Change]
    public let routes: [Route]
    /// A published version that holds the variables as they were, if there is one already; the way back leads there.
    public let keptVersion: String?
    /// The stack whose deployment brings the new value to the variables, by dynamic references; nil if the plan writes
    /// them itself.
    public let stack: String?

    public init(
        function: String, revision: String, codeSHA256: String?, changes: [Change], routes: [Route],
        keptVersion: String?, stack: String? = nil
    ) {
        self.function = function
        self.revision = revision
        self.codeSHA256 = codeSHA256
        self.changes = changes
        self.routes = routes
        self.keptVersion = keptVersion
        self.stack = stack
    }

    /// The variable that every redeployment sets to the plan's id, so that sandboxes start anew. Not a secret, and not
    /// compared when a configuration is compared with another.
    public static let marker = "CURTAIN_PLAN"

    /// Whether one of its variables gets the value, as it is or encrypted.
    var needsValue: Bool {
        stack == nil
            && changes.contains { change in
                switch change.content {
                case .value, .ciphertext: true
                case .text, .reEncrypted, .removed: false
                }
            }
    }
}

extension FunctionLane.Change {
    var isReEncrypted: Bool {
        switch content {
        case .reEncrypted: true
        case .value, .text, .ciphertext, .removed: false
        }
    }

    /// Whether the value itself is written.
    var holdsValue: Bool {
        switch content {
        case .value: true
        case .ciphertext, .reEncrypted, .text, .removed: false
        }
    }
}
