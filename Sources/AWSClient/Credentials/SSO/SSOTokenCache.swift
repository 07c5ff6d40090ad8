import SensitiveMemory
import StrictJSON

/// The folder of tokens that `aws sso login` and `curtain login` fill, and that all AWS tools read.
struct SSOTokenCache {
    let context: SourceContext

    /// nil if nobody has signed in. A file that cannot be read counts as none.
    func load(_ profile: SSOProfile) throws(AWSError) -> SSOToken? {
        let buffer: WipedBuffer?
        do throws(FileFailure) {
            buffer = try context.files.read(path(profile))
        } catch {
            return nil
        }
        guard let buffer, let document = try? JSONDocument(parsing: buffer) else { return nil }
        return try SSOToken(document.root)
    }

    func save(_ token: SSOToken, _ profile: SSOProfile) throws(AWSError) {
        do throws(FileFailure) {
            try context.files.replace(path(profile), with: token.text(profile))
        } catch {
            throw SourceContext.failure(
                .configuration, "TokenCache", "the token cannot be written to ~/.aws/sso/cache (errno \(error.errno))")
        }
    }

    private func path(_ profile: SSOProfile) -> String {
        PathExpansion.expand("~/.aws/sso/cache/\(profile.cacheKey).json", context.configuration.environment)
    }
}
