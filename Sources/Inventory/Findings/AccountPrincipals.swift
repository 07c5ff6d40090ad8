/// The roles and users of an account with their documents, as far as they could be read.
public struct AccountPrincipals: Sendable {
    public struct Principal: Sendable {
        public let caller: PolicyCaller
        /// Other accounts that may assume the role.
        public let trustedAccounts: [String]

        public init(caller: PolicyCaller, trustedAccounts: [String] = []) {
            self.caller = caller
            self.trustedAccounts = trustedAccounts
        }
    }

    public var principals: [Principal]
    /// What could not be read, a line each.
    public var gaps: [String]

    public init(principals: [Principal] = [], gaps: [String] = []) {
        self.principals = principals
        self.gaps = gaps
    }
}
