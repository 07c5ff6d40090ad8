import AWSClient
import StrictJSON

extension AWSRequest {
    /// A reading call of Secrets Manager.
    static func secretsManager(
        _ operation: String, subject: String? = nil, _ members: (inout JSONWriter) -> Void
    ) -> AWSRequest {
        .reading(.secretsManager, operation, target: "secretsmanager", subject: subject, members)
    }
}
