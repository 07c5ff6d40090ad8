import AWSClient
import FoundationEssentials
import StrictJSON

extension GuardDuty {
    /// GuardDuty GetFindings: at most 50 at once.
    /// https://docs.aws.amazon.com/guardduty/latest/APIReference/API_GetFindings.html
    public struct GetFindings: AWSOperation {
        public struct Finding: Sendable, Equatable {
            public let id: String
            /// `UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.OutsideAWS`
            public let type: String
            public let severity: Int?
            public let title: String?
            public let updated: Date?
            public let accessKeyID: String?
            public let principal: String?
        }

        private let detector: String
        private let ids: [String]

        public init(detector: String, ids: [String]) {
            self.detector = detector
            self.ids = ids
        }

        public var request: AWSRequest {
            .guardDuty("GetFindings", ["detector", detector, "findings", "get"], subject: detector) {
                $0.strings("findingIds", ids)
            }
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> [Finding] {
            var findings: [Finding] = []
            for finding in try Answer(response, to: request).requiredObjects("findings") {
                let key = finding.object("resource")?.object("accessKeyDetails")
                findings.append(
                    Finding(
                        id: try finding.required("id"), type: try finding.required("type"),
                        severity: finding.node["severity"]?.double.map { Int($0) }, title: finding.string("title"),
                        updated: finding.date("updatedAt"), accessKeyID: key?.string("accessKeyId"),
                        principal: key?.string("userName")))
            }
            return findings
        }
    }
}
