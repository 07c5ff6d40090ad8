/// What a person needs to sign in: a page and the code that it must show.
public struct SignInInvitation: Sendable, Equatable {
    public let code: String
    /// The page with the code filled in.
    public let url: String
    /// The page without.
    public let plainURL: String
    /// Seconds since 1970-01-01 UTC until which the code counts.
    public let expires: Double

    public init(code: String, url: String, plainURL: String, expires: Double) {
        self.code = code
        self.url = url
        self.plainURL = plainURL
        self.expires = expires
    }
}
