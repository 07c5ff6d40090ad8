import AWSClient
import FoundationEssentials
import StrictJSON

extension KMS {
    /// KMS ListGrants of one key. https://docs.aws.amazon.com/kms/latest/APIReference/API_ListGrants.html
    public struct ListGrants: PagedOperation {
        public struct Grant: Sendable, Equatable {
            public let id: String
            public let name: String?
            public let grantee: String?
            public let operations: [String]
            public let created: Date?
            /// The keys that an encryption context must have for the grant to count; sorted.
            public let contextKeys: [String]
        }

        public struct Output: AnswerPage {
            public let grants: [Grant]
            public let nextToken: String?
        }

        public var token: String?
        private let keyID: String

        public init(keyID: String) { self.keyID = keyID }

        public var request: AWSRequest {
            .kms("ListGrants", subject: keyID) { body in
                body.member("KeyId", keyID)
                body.member("Limit", 100)
                body.optional("Marker", token)
            }
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> Output {
            let answer = try Answer(response, to: request)
            var grants: [Grant] = []
            for grant in try answer.requiredObjects("Grants") {
                let constraints = grant.object("Constraints")
                let contexts = ["EncryptionContextSubset", "EncryptionContextEquals"].compactMap {
                    constraints?.node[$0]
                }
                grants.append(
                    Grant(
                        id: try grant.required("GrantId"), name: grant.string("Name"),
                        grantee: grant.string("GranteePrincipal") ?? grant.string("GranteeServicePrincipal"),
                        operations: grant.strings("Operations"), created: grant.date("CreationDate"),
                        contextKeys: contexts.flatMap { $0.members.map { $0.0.string ?? "?" } }.sorted()))
            }
            return Output(grants: grants, nextToken: answer.nextMarker)
        }
    }
}
