import FoundationEssentials
import StrictJSON
import Testing

@testable import AWSClient

@Suite("Endpoints against the published rule tests")
struct EndpointRulesVectorTests {
    /// The folder of each service, how many of its cases we answer, and why not all.
    static let services: [(folder: String, service: AWSServiceID, count: Int)] = [
        ("lambda", .lambda, 69), ("ssm", .ssm, 47), ("secretsmanager", .secretsManager, 47), ("kms", .kms, 66),
        ("sts", .sts, 66), ("resourcegroupstaggingapi", .tagging, 42), ("cloudtrail", .cloudTrail, 47),
        ("cloudformation", .cloudFormation, 47), ("iam", .iam, 22), ("logs", .logs, 47),
        ("cloudwatch", .cloudWatch, 22), ("guardduty", .guardDuty, 46), ("sso", .sso, 38), ("sso-oidc", .ssoOIDC, 38),
        ("stepfunctions", .stepFunctions, 22), ("dynamodb", .dynamoDB, 53), ("s3", .s3, 18),
        ("signin", .signin, 13)
    ]

    /// Parameters of DynamoDB's account endpoints, of S3's buckets and of other sign-ins, which we do not use.
    static let foreign: Set<String> = [
        "AccountId", "ResourceArn", "ResourceArnList", "IsSearchOperation", "Bucket", "UseObjectLambdaEndpoint",
        "UseS3ExpressControlEndpoint", "IsOAuthEndpoint"
    ]

    @Test("every case without parameters that we never send", arguments: services)
    func cases(folder: String, service: AWSServiceID, count: Int) throws {
        let url = try Vectors.folder("tests/functional/endpoint-rules/\(folder)")
            .appending(path: "endpoint-tests-1.json")
        let root = try JSONDocument(try Vectors.text(url)).root
        var done = 0
        for test in try #require(root["testCases"]).elements {
            guard let parameters = test["params"], let region = parameters["Region"]?.string,
                !parameters.members.contains(where: { Self.foreign.contains($0.key.string ?? "") }),
                parameters["AccountIdEndpointMode"]?.string != "required",
                parameters["IsControlPlane"]?.bool != true,
                !(service == .s3 && parameters["UseGlobalEndpoint"]?.bool == true)
            else { continue }
            // Said otherwise by us: a region's characters are checked before any rule, and nobody is stopped from
            // naming AWS's own dual-stack host.
            let refusal = test["expect"]?["error"]?.string ?? ""
            if refusal.hasPrefix("Invalid region") || refusal.hasPrefix("Endpoint override is not supported") {
                continue
            }
            let name = test["documentation"]?.string ?? ""
            let rules = EndpointRules(
                region: region, useFIPS: parameters["UseFIPS"]?.bool ?? false,
                useDualStack: parameters["UseDualStack"]?.bool ?? false,
                usesLegacySTS: parameters["UseGlobalEndpoint"]?.bool ?? false,
                override: parameters["Endpoint"]?.string.flatMap { Endpoint($0) })
            let got = try? rules.resolve(service)
            let expected = test["expect"]?["endpoint"]
            // A port that is the scheme's own is not written.
            #expect(got?.endpoint.url == expected?["url"]?.string.flatMap { Endpoint($0)?.url }, "\(name)")
            let scheme = expected?["properties"]?["authSchemes"]?.elements.first { $0["name"]?.string == "sigv4" }
            if let signingRegion = scheme?["signingRegion"]?.string, rules.override == nil {
                #expect(got?.signingRegion == signingRegion, "\(name)")
            }
            done += 1
        }
        #expect(done == count)
    }

    @Test("the table of partitions is the published one")
    func partitions() throws {
        let url = try Vectors.folder("botocore/data").appending(path: "partitions.json")
        let published = try #require(JSONDocument(try Vectors.text(url)).root["partitions"])
        for partition in published.elements {
            let id = partition["id"]?.string ?? ""
            let own = try #require(Partition.all.first { $0.id == id })
            let outputs = try #require(partition["outputs"])
            #expect(own.dnsSuffix == outputs["dnsSuffix"]?.string)
            #expect(own.dualStackSuffix == outputs["dualStackDnsSuffix"]?.string)
            #expect(own.globalRegion == outputs["implicitGlobalRegion"]?.string)
            #expect(outputs["supportsFIPS"]?.bool == true)
            #expect(outputs["supportsDualStack"]?.bool == true)
            for (region, _) in try #require(partition["regions"]).members {
                #expect(Partition.of(region.string ?? "").id == id, "\(region.string ?? "")")
            }
        }
        #expect(Partition.of("xx-nowhere-1").id == "aws")
        #expect(Partition.of("us-gov-nowhere-9").id == "aws-us-gov")
    }
}
