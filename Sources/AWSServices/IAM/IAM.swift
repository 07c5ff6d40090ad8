import AWSClient

/// The operations of AWS Identity and Access Management.
public enum IAM {
    /// A policy's name and document.
    public struct InlinePolicy: Sendable, Equatable {
        public let name: String
        /// JSON.
        public let document: String
    }

    /// A managed policy that is attached to somebody.
    public struct AttachedPolicy: Sendable, Equatable {
        public let name: String
        public let arn: String
    }
}

extension AWSRequest {
    /// A reading call of IAM.
    static func iam(_ operation: String, subject: String? = nil, _ members: [(name: String, value: String?)])
        -> AWSRequest
    {
        .query(.iam, operation, version: "2010-05-08", subject: subject, members)
    }
}

extension QueryAnswer {
    /// IAM gives a marker only together with `IsTruncated`.
    var nextMarker: String? { string("IsTruncated") == "true" ? string("Marker") : nil }

    func attachedPolicies(_ name: String) throws(AWSError) -> [IAM.AttachedPolicy] {
        var policies: [IAM.AttachedPolicy] = []
        for policy in objects(name) {
            policies.append(
                IAM.AttachedPolicy(name: try policy.required("PolicyName"), arn: try policy.required("PolicyArn")))
        }
        return policies
    }

    func inlinePolicies(_ name: String) throws(AWSError) -> [IAM.InlinePolicy] {
        var policies: [IAM.InlinePolicy] = []
        for policy in objects(name) {
            policies.append(
                IAM.InlinePolicy(
                    name: try policy.required("PolicyName"), document: try policy.document("PolicyDocument")))
        }
        return policies
    }
}
