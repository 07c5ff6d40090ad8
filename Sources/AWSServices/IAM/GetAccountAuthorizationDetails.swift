import AWSClient

extension IAM {
    /// IAM GetAccountAuthorizationDetails: roles, and the managed policies of the account and of AWS that are attached to
    /// anybody, with their documents; some hundred a page instead of several calls a role.
    /// https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html
    public struct GetAccountAuthorizationDetails: PagedOperation {
        public struct Role: Sendable, Equatable {
            public let name: String
            public let arn: String
            public let inline: [InlinePolicy]
            public let attached: [AttachedPolicy]
            public let boundary: String?
            public let tags: [String: String]
            /// Who may become the role, JSON.
            public let trust: String?
        }

        public struct Policy: Sendable, Equatable {
            public let arn: String
            public let name: String
            /// The default version's document, JSON; nil if the answer has none.
            public let document: String?
        }

        public struct Output: AnswerPage {
            public let roles: [Role]
            public let policies: [Policy]
            public let nextToken: String?
        }

        public var token: String?

        public init() {}

        public var request: AWSRequest {
            .iam(
                "GetAccountAuthorizationDetails",
                [
                    ("Filter.member.1", "Role"), ("Filter.member.2", "LocalManagedPolicy"),
                    ("Filter.member.3", "AWSManagedPolicy"), ("MaxItems", "300"), ("Marker", token)
                ])
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            let answer = try QueryAnswer(response, to: request)
            var roles: [Role] = []
            for role in answer.objects("RoleDetailList") {
                roles.append(
                    Role(
                        name: try role.required("RoleName"), arn: try role.required("Arn"),
                        inline: try role.inlinePolicies("RolePolicyList"),
                        attached: try role.attachedPolicies("AttachedManagedPolicies"),
                        boundary: role.object("PermissionsBoundary")?.string("PermissionsBoundaryArn"),
                        tags: role.tags("Tags"),
                        trust: role.string("AssumeRolePolicyDocument").flatMap(PercentEncoding.decode)))
            }
            var policies: [Policy] = []
            for policy in answer.objects("Policies") {
                let current = policy.objects("PolicyVersionList").first { $0.string("IsDefaultVersion") == "true" }
                policies.append(
                    Policy(
                        arn: try policy.required("Arn"), name: try policy.required("PolicyName"),
                        document: current?.string("Document").flatMap(PercentEncoding.decode)))
            }
            return Output(roles: roles, policies: policies, nextToken: answer.nextMarker)
        }
    }
}
