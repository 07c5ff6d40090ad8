/// AWS's own endpoints for the services that we call, by region and variant. The rules of botocore 1.44 in short:
/// one pattern, and the exceptions by name.
struct EndpointRules {
    /// Why there is no endpoint.
    enum Refusal: Error, Equatable {
        /// FIPS or dual stack together with an endpoint of one's own.
        case variantOfOverride
        /// DynamoDB's region `local` has no variants.
        case variantOfLocal
    }

    var region: String
    var useFIPS = false
    var useDualStack = false
    /// STS in the old regions through its global endpoint.
    var usesLegacySTS = false
    /// The endpoint that flags, environment or files name.
    var override: Endpoint?

    func resolve(_ service: AWSServiceID) throws(Refusal) -> ResolvedEndpoint {
        if let override {
            guard !useFIPS, !useDualStack else { throw .variantOfOverride }
            return ResolvedEndpoint(endpoint: override, signingRegion: region == "aws-global" ? "us-east-1" : region)
        }
        switch service {
        case .iam: return iam()
        case .s3: return s3()
        case .signin: return signin()
        case .sts where usesGlobalSTS: return made("sts.amazonaws.com", signedFor: "us-east-1")
        case .dynamoDB where region == "local":
            guard !useFIPS, !useDualStack else { throw .variantOfLocal }
            return ResolvedEndpoint(
                endpoint: Endpoint(scheme: .http, host: "localhost", port: 8000), signingRegion: "us-east-1")
        default: return regional(service)
        }
    }

    private var partition: Partition { Partition.of(region) }
    private var isGov: Bool { partition.id == "aws-us-gov" }

    private func made(_ host: String, signedFor signingRegion: String) -> ResolvedEndpoint {
        ResolvedEndpoint(endpoint: Endpoint(scheme: .https, host: host), signingRegion: signingRegion)
    }

    /// `service[-fips].region.suffix`, but for the exceptions.
    private func regional(_ service: AWSServiceID) -> ResolvedEndpoint {
        var showsFIPS = useFIPS && !(isGov && hasPlainFIPSInGov(service))
        // In GovCloud, Step Functions' dual-stack name is the FIPS one.
        if service == .stepFunctions, isGov, useDualStack { showsFIPS = true }
        let hasDualStackName = useDualStack && !(service == .secretsManager && secretsManagerSharesName)
        let suffix = hasDualStackName ? partition.dualStackSuffix : partition.dnsSuffix
        return made(
            "\(service.endpointPrefix)\(showsFIPS ? "-fips" : "").\(region).\(suffix)", signedFor: region)
    }

    /// Services whose ordinary endpoints in GovCloud are the FIPS ones.
    private func hasPlainFIPSInGov(_ service: AWSServiceID) -> Bool {
        switch service {
        case .cloudWatch: true
        case .ssm, .cloudFormation, .guardDuty, .sso, .ssoOIDC, .sts, .cloudTrail, .logs, .dynamoDB: !useDualStack
        case .stepFunctions: !useDualStack && region == "us-gov-west-1"
        default: false
        }
    }

    /// Secrets Manager answers IPv6 under its ordinary name in some partitions.
    private var secretsManagerSharesName: Bool {
        partition.id == "aws" || isGov || (partition.id == "aws-cn" && !useFIPS)
    }

    private static let legacySTSRegions: Set<String> = [
        "ap-northeast-1", "ap-south-1", "ap-southeast-1", "ap-southeast-2", "aws-global", "ca-central-1",
        "eu-central-1", "eu-north-1", "eu-west-1", "eu-west-2", "eu-west-3", "sa-east-1", "us-east-1", "us-east-2",
        "us-west-1", "us-west-2"
    ]

    private var usesGlobalSTS: Bool {
        guard !useFIPS, !useDualStack else { return false }
        return region == "aws-global" || (usesLegacySTS && Self.legacySTSRegions.contains(region))
    }

    private func s3() -> ResolvedEndpoint {
        let isGlobal = region == "aws-global"
        if isGlobal, !useFIPS, !useDualStack { return made("s3.amazonaws.com", signedFor: "us-east-1") }
        let name = "s3" + (useFIPS ? "-fips" : "") + (useDualStack ? ".dualstack" : "")
        let real = isGlobal ? "us-east-1" : region
        return made("\(name).\(real).\(partition.dnsSuffix)", signedFor: real)
    }

    /// The sign-in service has hosts of its own, on the domain of the console that people sign in to.
    private func signin() -> ResolvedEndpoint {
        if isGov, useFIPS, !useDualStack {
            let prefix = region == "us-gov-west-1" ? "" : "\(region)."
            return made("\(prefix)signin-fips.\(Self.signinSuffixes["aws-us-gov"] ?? "")", signedFor: region)
        }
        guard !useFIPS, !useDualStack else { return regional(.signin) }
        let suffix = Self.signinSuffixes[partition.id] ?? partition.dnsSuffix
        return made("\(region).signin.\(suffix)", signedFor: region)
    }

    private static let signinSuffixes = [
        "aws": "aws.amazon.com", "aws-cn": "amazonaws.cn", "aws-us-gov": "amazonaws-us-gov.com",
        "aws-iso": "c2shome.ic.gov", "aws-iso-b": "sc2shome.sgov.gov", "aws-iso-e": "csphome.adc-e.uk",
        "aws-iso-f": "csphome.hci.ic.gov", "aws-eusc": "amazonaws-eusc.eu"
    ]

    /// IAM has one endpoint a partition, with as many forms as partitions.
    private func iam() -> ResolvedEndpoint {
        let partition = partition
        let fips = useFIPS ? "iam-fips" : "iam"
        let suffix = useDualStack ? partition.dualStackSuffix : partition.dnsSuffix
        let home = partition.id == "aws-cn" ? "cn-north-1" : partition.globalRegion
        let host: String
        switch (partition.id, useFIPS, useDualStack) {
        case ("aws", _, true): host = "\(fips).global.\(suffix)"
        case ("aws", _, false): host = "\(fips).\(suffix)"
        case ("aws-us-gov", _, _): host = "iam.us-gov.\(suffix)"
        case ("aws-cn", false, true), ("aws-eusc", false, true): host = "iam.global.\(suffix)"
        case ("aws-iso", true, false), ("aws-iso-b", true, false): host = "iam-fips.\(home).\(suffix)"
        case (_, false, false): host = "iam.\(home).\(suffix)"
        default: host = "\(fips).\(suffix)"
        }
        return made(host, signedFor: home)
    }
}
