import AWSClient
import AWSServices
import FoundationEssentials
import SensitiveMemory
import Testing

/// The operations behind who uses what: the Query protocol of IAM and CloudFormation, and CloudTrail's events.
@Suite("How roles, stacks and events are asked and read")
struct ConsumerAnswerTests {
    @Test("the form has action, version and members, percent-encoded")
    func form() {
        #expect(
            IAM.GetRolePolicy(role: "a b", name: "x/y&z").request.text
                == "Action=GetRolePolicy&Version=2010-05-08&RoleName=a%20b&PolicyName=x%2Fy%26z")
        var stacks = CloudFormation.DescribeStacks<Void> { _, _ in () }
        #expect(stacks.request.text == "Action=DescribeStacks&Version=2010-05-15")
        stacks.token = "t"
        #expect(stacks.request.text.hasSuffix("&NextToken=t"))
        #expect(
            CloudFormation.GetTemplate<Void>(stack: "s") { _ in () }.request.text
                == "Action=GetTemplate&Version=2010-05-15&StackName=s&TemplateStage=Processed")
    }

    @Test("roles with their policies, and managed policies by their default version")
    func authorization() throws {
        let page = try IAM.GetAccountAuthorizationDetails().output(
            response(
                """
                <GetAccountAuthorizationDetailsResponse><GetAccountAuthorizationDetailsResult>
                <IsTruncated>true</IsTruncated><Marker>m</Marker>
                <RoleDetailList><member><RoleName>pay</RoleName><Arn>arn:aws:iam::1:role/pay</Arn>
                <RolePolicyList><member><PolicyName>runtime</PolicyName>
                <PolicyDocument>%7B%22Statement%22%3A%5B%5D%7D</PolicyDocument></member></RolePolicyList>
                <AttachedManagedPolicies><member><PolicyName>P</PolicyName><PolicyArn>arn:p</PolicyArn></member>
                </AttachedManagedPolicies>
                <PermissionsBoundary><PermissionsBoundaryArn>arn:b</PermissionsBoundaryArn></PermissionsBoundary>
                <Tags><member><Key>team</Key><Value>pay</Value></member></Tags></member></RoleDetailList>
                <Policies><member><Arn>arn:p</Arn><PolicyName>P</PolicyName><PolicyVersionList>
                <member><IsDefaultVersion>false</IsDefaultVersion><Document>old</Document></member>
                <member><IsDefaultVersion>true</IsDefaultVersion><Document>%7B%7D</Document></member>
                </PolicyVersionList></member></Policies>
                </GetAccountAuthorizationDetailsResult></GetAccountAuthorizationDetailsResponse>
                """))
        #expect(page.nextToken == "m")
        let role = try #require(page.roles.first)
        #expect(role.inline.map(\.document) == [#"{"Statement":[]}"#])
        #expect(role.attached.map(\.arn) == ["arn:p"] && role.boundary == "arn:b" && role.tags == ["team": "pay"])
        #expect(page.policies.map(\.document) == ["{}"])
    }

    @Test("users with their groups, asked for only where they are wanted")
    func people() throws {
        #expect(!IAM.GetAccountAuthorizationDetails().request.text.contains("Filter.member.4"))
        let operation = IAM.GetAccountAuthorizationDetails(people: true)
        #expect(operation.request.text.contains("Filter.member.4=User&Filter.member.5=Group"))
        let page = try operation.output(
            response(
                """
                <GetAccountAuthorizationDetailsResponse><GetAccountAuthorizationDetailsResult>
                <UserDetailList><member><UserName>eve</UserName><Arn>arn:aws:iam::1:user/eve</Arn>
                <GroupList><member>auditors</member></GroupList><AttachedManagedPolicies/></member></UserDetailList>
                <GroupDetailList><member><GroupName>auditors</GroupName><GroupPolicyList><member>
                <PolicyName>read</PolicyName><PolicyDocument>%7B%7D</PolicyDocument></member></GroupPolicyList>
                <AttachedManagedPolicies/></member></GroupDetailList>
                </GetAccountAuthorizationDetailsResult></GetAccountAuthorizationDetailsResponse>
                """))
        #expect(page.users.map(\.groups) == [["auditors"]] && page.users.first?.inline == [])
        #expect(page.groups.map(\.name) == ["auditors"] && page.groups.first?.inline.map(\.document) == ["{}"])
    }

    @Test("a stack's parameters go through the reader and no further")
    func stacks() throws {
        let operation = CloudFormation.DescribeStacks { name, value in "\(name) \(value.count)" }
        let page = try operation.output(
            response(
                """
                <DescribeStacksResponse><DescribeStacksResult><Stacks><member><StackName>s</StackName>
                <CreationTime>2026-11-01T00:00:00.000Z</CreationTime><Parameters><member>
                <ParameterKey>Password</ParameterKey><ParameterValue>canary&amp;1</ParameterValue></member></Parameters>
                </member></Stacks></DescribeStacksResult></DescribeStacksResponse>
                """))
        #expect(page.stacks.first?.parameters == ["Password": "Password 8"])
        #expect(page.stacks.first?.created == Date(timeIntervalSince1970: 1_793_491_200))
        #expect(!"\(page)".contains("canary"))
    }

    @Test("of an event only what names things is kept")
    func event() throws {
        let inner =
            #"{\"userIdentity\":{\"arn\":\"arn:aws:iam::1:user/a\"},\"sourceIPAddress\":\"10.0.0.1\",\"errorCode\":\"AccessDenied\","#
            + #"\"requestParameters\":{\"secretId\":\"prod/db\",\"secretString\":\"canary\",\"names\":[\"/a\",\"/b\"]}}"#
        let page = try CloudTrail.LookupEvents(attribute: nil, start: nil, end: nil).output(
            response(
                #"{"Events":[{"EventId":"e","EventName":"GetSecretValue","EventTime":1795737600,"#
                    + #""EventSource":"secretsmanager.amazonaws.com","CloudTrailEvent":"\#(inner)"}],"NextToken":"t"}"#)
        )
        let event = try #require(page.events.first)
        #expect(event.actor == "arn:aws:iam::1:user/a" && event.errorCode == "AccessDenied")
        #expect(event.names == ["secretId": ["prod/db"], "names": ["/a", "/b"]])
        #expect(!"\(page)".contains("canary") && page.nextToken == "t")
    }

    @Test("an answer that is none is named, not guessed")
    func malformed() {
        #expect(throws: AWSError.self) { try IAM.GetPolicy(arn: "a").output(response("<Other/>")) }
        #expect(throws: AWSError.self) {
            try IAM.GetPolicyVersion(arn: "a", version: "v1").output(
                response("<R><GetPolicyVersionResult></GetPolicyVersionResult></R>"))
        }
        #expect(throws: AWSError.self) {
            try CloudTrail.LookupEvents(attribute: nil, start: nil, end: nil).output(response("{}"))
        }
    }
}
