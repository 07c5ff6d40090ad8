import AWSClient

/// The operations of Amazon EC2 that tell about the account.
public enum EC2 {
    /// EC2 DescribeRegions: the regions that are enabled for the account.
    /// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeRegions.html
    public struct DescribeRegions: AWSOperation {
        public init() {}

        public var request: AWSRequest { .query(.ec2, "DescribeRegions", version: "2016-11-15") }

        public func output(_ response: AWSResponse) throws(AWSError) -> [String] {
            let root = try response.xml(operation: "ec2:DescribeRegions").root
            guard let list = root["regionInfo"] else {
                throw AWSError(
                    .malformedAnswer, operation: "ec2:DescribeRegions", code: "MalformedAnswer",
                    message: "the answer has no regionInfo; the endpoint may not be AWS", requestID: response.requestID)
            }
            return list.elements("item").compactMap { $0["regionName"]?.string }.filter { !$0.isEmpty }
        }
    }
}

extension AWSServiceID {
    public static let ec2 = AWSServiceID(endpointPrefix: "ec2", signingName: "ec2", environmentID: "EC2")
}
