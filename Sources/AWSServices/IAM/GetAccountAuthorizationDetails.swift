import AWSClient

extension IAM {
    /// IAM GetAccountAuthorizationDetails: roles, users and groups if asked for, and the managed policies of the account and of AWS that are attached to
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

        /// A user, with the names of the groups whose policies are the user's too.
        public struct User: Sendable, Equatable {
            public let name: String
            public let arn: String
            public let inline: [InlinePolicy]
            public let attached: [AttachedPolicy]
            public let groups: [String]
            public let boundary: String?
            public let tags: [String: String]
        }

        public struct Group: Sendable, Equatable {
            public let name: String
            public let inline: [InlinePolicy]
            public let attached: [AttachedPolicy]
        }

        public struct Output: AnswerPage {
            public let roles: [Role]
            public let users: [User]
            public let groups: [Group]
            public let policies: [Policy]
            public let nextToken: String?
        }

        public var token: String?
        private let people: Bool

        /// - Parameter people: users and groups too.
        public init(people: Bool = false) { self.people = people }

        public var request: AWSRequest {
            .iam(
                "GetAccountAuthorizationDetails",
                [
                    ("Filter.member.1", "Role"), ("Filter.member.2", "LocalManagedPolicy"),
                    ("Filter.member.3", "AWSManagedPolicy"), ("Filter.member.4", people ? "User" : nil),
                    ("Filter.member.5", people ? "Group" : nil), ("MaxItems", "300"), ("Marker", token)
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
                let arn = try policy.required("Arn")
                policies.append(
                    Policy(
                        arn: arn,
                        // An ARN ends with the name, also where an emulator leaves the name out.
                        name: policy.string("PolicyName") ?? String(arn.split(separator: "/").last ?? ""),
                        document: current?.string("Document").flatMap(PercentEncoding.decode)))
            }
            var users: [User] = []
            for user in answer.objects("UserDetailList") {
                users.append(
                    User(
                        name: try user.required("UserName"), arn: try user.required("Arn"),
                        inline: try user.inlinePolicies("UserPolicyList"),
                        attached: try user.attachedPolicies("AttachedManagedPolicies"),
                        groups: user.strings("GroupList"),
                        boundary: user.object("PermissionsBoundary")?.string("PermissionsBoundaryArn"),
                        tags: user.tags("Tags")))
            }
            var groups: [Group] = []
            for group in answer.objects("GroupDetailList") {
                groups.append(
                    Group(
                        name: try group.required("GroupName"), inline: try group.inlinePolicies("GroupPolicyList"),
                        attached: try group.attachedPolicies("AttachedManagedPolicies")))
            }
            return Output(roles: roles, users: users, groups: groups, policies: policies, nextToken: answer.nextMarker)
        }
    }
}
