import Inventory
import Testing

@Suite("Conditions of policies")
struct PolicyConditionTests {
    private let context = RequestContext(
        known: [
            "aws:RequestedRegion": ["eu-west-1"], "aws:PrincipalArn": ["arn:aws:iam::1:role/pay-role"],
            "aws:CurrentTime": ["2026-11-27T12:00:00Z"], "aws:SourceIp": ["203.0.113.7"], "n": ["5"],
            "aws:SecureTransport": ["true"], "aws:TagKeys": ["team", "env"]
        ], absent: ["aws:MultiFactorAuthPresent"])

    @Test(
        "each operator, as the reference of the IAM user guide has it",
        arguments: [
            ("StringEquals", "aws:RequestedRegion", ["eu-west-1", "us-east-1"], Truth.yes),
            ("StringEquals", "AWS:requestedregion", ["us-east-1"], .no),
            ("StringNotEquals", "aws:RequestedRegion", ["us-east-1"], .yes),
            ("StringEqualsIgnoreCase", "aws:RequestedRegion", ["EU-WEST-1"], .yes),
            ("StringLike", "aws:RequestedRegion", ["eu-*"], .yes),
            ("StringEquals", "aws:RequestedRegion", ["eu-*"], .no),
            ("StringNotLike", "aws:RequestedRegion", ["eu-*"], .no),
            ("ArnLike", "aws:PrincipalArn", ["arn:aws:iam::1:role/*"], .yes),
            ("ArnNotEquals", "aws:PrincipalArn", ["arn:aws:iam::1:role/*"], .no),
            ("NumericLessThan", "n", ["6"], .yes), ("NumericGreaterThanEquals", "n", ["6"], .no),
            ("DateLessThan", "aws:CurrentTime", ["2026-12-01T00:00:00Z"], .yes),
            ("DateGreaterThan", "aws:CurrentTime", ["2026-12-01T00:00:00Z"], .no),
            ("Bool", "aws:SecureTransport", ["false"], .no), ("Bool", "aws:SecureTransport", ["true"], .yes),
            ("IpAddress", "aws:SourceIp", ["203.0.113.0/24"], .yes),
            ("NotIpAddress", "aws:SourceIp", ["10.0.0.0/8"], .yes),
            ("Null", "aws:MultiFactorAuthPresent", ["true"], .yes), ("Null", "aws:RequestedRegion", ["true"], .no),
            // A key that is not in the request.
            ("Bool", "aws:MultiFactorAuthPresent", ["true"], .no),
            ("BoolIfExists", "aws:MultiFactorAuthPresent", ["true"], .yes),
            ("StringNotEquals", "aws:MultiFactorAuthPresent", ["x"], .yes),
            // Sets.
            ("ForAllValues:StringEquals", "aws:TagKeys", ["team", "env", "cost"], .yes),
            ("ForAllValues:StringEquals", "aws:TagKeys", ["team"], .no),
            ("ForAnyValue:StringEquals", "aws:TagKeys", ["team"], .yes),
            ("ForAllValues:StringEquals", "aws:MultiFactorAuthPresent", ["x"], .yes),
            // What only the request will tell.
            ("StringEquals", "aws:SourceVpc", ["vpc-1"], .unknown("aws:sourcevpc")),
            ("StringWhatever", "aws:RequestedRegion", ["eu-west-1"], .unknown("StringWhatever"))
        ] as [(String, String, [String], Truth)])
    func operators(name: String, key: String, values: [String], expected: Truth) {
        #expect(PolicyCondition(condition: name, key: key, values: values).holds(in: context) == expected)
    }
}
