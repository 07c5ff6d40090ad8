import AWSClient

/// The operations of AWS CloudFormation.
public enum CloudFormation {}

extension AWSRequest {
    /// A reading call of CloudFormation.
    static func cloudFormation(
        _ operation: String, subject: String? = nil, _ members: [(name: String, value: String?)]
    ) -> AWSRequest {
        .query(.cloudFormation, operation, version: "2010-05-15", subject: subject, members)
    }
}
