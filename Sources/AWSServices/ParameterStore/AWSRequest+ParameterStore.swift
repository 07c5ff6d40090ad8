import AWSClient
import StrictJSON

extension AWSRequest {
    /// A reading call of Systems Manager.
    static func parameterStore(
        _ operation: String, subject: String? = nil, _ members: (inout JSONWriter) -> Void
    ) -> AWSRequest {
        .reading(.ssm, operation, target: "AmazonSSM", subject: subject, members)
    }
}
