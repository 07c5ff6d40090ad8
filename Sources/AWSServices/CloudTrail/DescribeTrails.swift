import AWSClient
import StrictJSON

extension CloudTrail {
    /// CloudTrail DescribeTrails: the trails of the region, those of other regions that reach it too.
    /// https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DescribeTrails.html
    public struct DescribeTrails: AWSOperation {
        public struct Trail: Sendable, Equatable {
            public let name: String
            public let arn: String?
            public let homeRegion: String?
            public let isMultiRegion: Bool
            public let bucket: String?
            public let validatesFiles: Bool
        }

        public init() {}

        public var request: AWSRequest {
            .reading(
                .cloudTrail, "DescribeTrails",
                target: "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101")
        }

        public func output(_ response: AWSResponse) throws(AWSError) -> [Trail] {
            var trails: [Trail] = []
            for trail in try Answer(response, to: request).requiredObjects("trailList") {
                trails.append(
                    Trail(
                        name: try trail.required("Name"), arn: trail.string("TrailARN"),
                        homeRegion: trail.string("HomeRegion"),
                        isMultiRegion: trail.bool("IsMultiRegionTrail") ?? false,
                        bucket: trail.string("S3BucketName"),
                        validatesFiles: trail.bool("LogFileValidationEnabled") ?? false))
            }
            return trails
        }
    }
}
