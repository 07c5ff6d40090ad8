/// A family of regions with its own domains (botocore's partitions.json of 2026).
struct Partition: Sendable, Equatable {
    let id: String
    /// What its regions begin with; the rest is `-word-number`.
    let prefixes: [String]
    let dnsSuffix: String
    let dualStackSuffix: String
    /// Where its global services are signed for.
    let globalRegion: String

    static let aws = Partition(
        id: "aws", prefixes: ["us", "eu", "ap", "sa", "ca", "me", "af", "il", "mx"], dnsSuffix: "amazonaws.com",
        dualStackSuffix: "api.aws", globalRegion: "us-east-1")

    static let all: [Partition] = [
        Partition(
            id: "aws-us-gov", prefixes: ["us-gov"], dnsSuffix: "amazonaws.com", dualStackSuffix: "api.aws",
            globalRegion: "us-gov-west-1"),
        Partition(
            id: "aws-cn", prefixes: ["cn"], dnsSuffix: "amazonaws.com.cn",
            dualStackSuffix: "api.amazonwebservices.com.cn", globalRegion: "cn-northwest-1"),
        Partition(
            id: "aws-eusc", prefixes: ["eusc-de"], dnsSuffix: "amazonaws.eu",
            dualStackSuffix: "api.amazonwebservices.eu", globalRegion: "eusc-de-east-1"),
        Partition(
            id: "aws-iso", prefixes: ["us-iso"], dnsSuffix: "c2s.ic.gov", dualStackSuffix: "api.aws.ic.gov",
            globalRegion: "us-iso-east-1"),
        Partition(
            id: "aws-iso-b", prefixes: ["us-isob"], dnsSuffix: "sc2s.sgov.gov", dualStackSuffix: "api.aws.scloud",
            globalRegion: "us-isob-east-1"),
        Partition(
            id: "aws-iso-e", prefixes: ["eu-isoe"], dnsSuffix: "cloud.adc-e.uk",
            dualStackSuffix: "api.cloud-aws.adc-e.uk", globalRegion: "eu-isoe-west-1"),
        Partition(
            id: "aws-iso-f", prefixes: ["us-isof"], dnsSuffix: "csp.hci.ic.gov",
            dualStackSuffix: "api.aws.hci.ic.gov", globalRegion: "us-isof-south-1"),
        aws
    ]

    /// The partition of a region; that of `aws` for one that nobody knows yet, as the SDKs do.
    static func of(_ region: String) -> Partition {
        if let global = all.first(where: { region == "\($0.id)-global" }) { return global }
        return all.first { partition in partition.prefixes.contains { matches(region, $0) } } ?? aws
    }

    private static func matches(_ region: String, _ prefix: String) -> Bool {
        guard region.hasPrefix(prefix + "-") else { return false }
        let parts = region.dropFirst(prefix.count + 1).split(separator: "-", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty
            && parts[0].utf8.allSatisfy {
                URIEncoding.isUnreserved($0) && $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "~")
            }
            && !parts[1].isEmpty && parts[1].utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }
}
