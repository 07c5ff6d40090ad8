import AWSClient
import AccountAccess
import FoundationEssentials
import Inventory
import Operations
import Testing

@Suite("Describing one thing")
struct DetailLoaderTests {
    private func detail(_ text: String, _ calls: ScriptedCalls) async throws -> ResourceDetail {
        let detail = try await DetailLoader(calls: calls, inventory: Recorded.inventory(calls))
            .detail(of: Reference(parsing: text))
        #expect(calls.unused.isEmpty)
        return detail
    }

    private func lines(_ title: String, _ detail: ResourceDetail) throws -> [String] {
        try #require(detail.sections.first { $0.title == title }).lines.map { "\($0.label)|\($0.text)" }
    }

    private func function(_ configuration: String) -> [String: ScriptedCalls.Answer] {
        [
            "lambda:GetFunction pay": .body(
                #"{"Configuration":\#(configuration),"Code":{"Location":"https://canary"},"Tags":{"team":"pay"}}"#),
            "lambda:ListAliases pay": .body(
                #"""
                {"Aliases":[{"Name":"live","FunctionVersion":"7",
                "RoutingConfig":{"AdditionalVersionWeights":{"8":0.1}}}]}
                """#),
            "lambda:ListVersionsByFunction pay": .body(
                #"{"Versions":[\#(configuration),{"FunctionName":"pay","FunctionArn":"a","Version":"7"}]}"#),
            "lambda:ListEventSourceMappings pay": .body(
                #"{"EventSourceMappings":[{"UUID":"u1","EventSourceArn":"arn:aws:sqs:r:1:q","State":"Enabled"}]}"#),
            "lambda:ListFunctionUrlConfigs pay": .body(#"{"FunctionUrlConfigs":[]}"#),
            "lambda:GetPolicy pay": .failure(
                AWSError(.notFound, operation: "lambda:GetPolicy", code: "ResourceNotFoundException", message: ""))
        ]
    }

    @Test("a function: row with state, aliases and tags; sections for the rest; no value anywhere")
    func wholeFunction() async throws {
        let configuration = Recorded.function("pay", environment: #"{"DB_PASSWORD":"\#(Recorded.canary)"}"#)
        let detail = try await detail("fn:pay", ScriptedCalls(function(configuration)))
        let row = try #require(detail.row.function)
        #expect(row.common.tags == ["team": "pay"])
        #expect(row.aliases == [.init(name: "live", version: "7", weights: ["8": 0.1])])
        #expect(try lines("Aliases", detail) == ["live|version 7, 10% to version 8"])
        #expect(try lines("Versions", detail) == ["7|[live 90%]"])
        #expect(try lines("Triggers", detail) == ["Enabled|arn:aws:sqs:r:1:q"])
        #expect(try lines("Concurrency", detail) == ["reserved|none, shares the account's"])
        #expect(try lines("Resource policy", detail).isEmpty)
        #expect(detail.sections.allSatisfy { $0.problem == nil })
        let role = try #require(detail.sections.first?.lines.first { $0.label == "role" })
        #expect(role.link == .role(name: "app"))
        #expect(!dumped(detail).contains("canary"))
    }

    @Test("a part that is denied says so in its section, the rest stands")
    func partialFunction() async throws {
        var answers = function(Recorded.function("pay"))
        answers["lambda:ListAliases pay"] = .failure(.denied("lambda:ListAliases"))
        answers["lambda:GetFunction pay"] = .failure(.denied("lambda:GetFunction"))
        answers["lambda:GetFunctionConfiguration pay"] = .body(Recorded.function("pay"))
        answers["lambda:GetFunctionConcurrency pay"] = .body(#"{"ReservedConcurrentExecutions":0}"#)
        let detail = try await detail("fn:pay", ScriptedCalls(answers))
        #expect(detail.row.function?.aliases == nil)
        #expect(detail.row.common.tags == nil)
        let problem = try #require(detail.sections.first { $0.title == "Aliases" }?.problem)
        #expect(problem.contains("lambda:ListAliases") && problem.contains("AccessDeniedException"))
        #expect(try lines("Concurrency", detail) == ["reserved|0: every invocation is refused"])
    }

    @Test("a function that is not there is a failure, not an empty detail")
    func missing() async throws {
        var answers = function(Recorded.function("pay"))
        answers["lambda:GetFunction pay"] = .failure(
            AWSError(.notFound, operation: "lambda:GetFunction", code: "ResourceNotFoundException", message: "no"))
        let calls = ScriptedCalls(answers)
        let failure = await #expect(throws: OperationFailure.self) { try await detail("fn:pay", calls) }
        #expect(failure?.kind == .notFound)
    }

    @Test("a parameter: history with labels, newest first; policies in words; plain old values dropped")
    func parameter() async throws {
        let calls = ScriptedCalls([
            "ssm:DescribeParameters": .body(#"{"Parameters":[],"NextToken":"t"}"#),
            "ssm:DescribeParameters #t": .body(
                #"""
                {"Parameters":[{"Name":"/a","Type":"String","Version":2,"KeyId":"alias/x","Policies":[
                {"PolicyType":"Expiration","PolicyStatus":"Pending","PolicyText":
                "{\"Type\":\"Expiration\",\"Attributes\":{\"Timestamp\":\"2026-11-26T00:00:00.000Z\"}}"},
                {"PolicyType":"NoChangeNotification","PolicyText":"{\"Attributes\":{\"After\":\"20\",\"Unit\":\"Days\"}}"},
                {"PolicyType":"Broken","PolicyText":"{"}]}]}
                """#),
            "ssm:GetParameterHistory /a": .body(
                #"""
                {"Parameters":[{"Name":"/a","Type":"String","Version":1,"Value":"\#(Recorded.canary)","Labels":["good"]},
                {"Name":"/a","Type":"String","Version":2,"Value":"\#(Recorded.canary)","LastModifiedUser":"ann"}]}
                """#),
            "ssm:ListTagsForResource /a": .body(#"{"TagList":[{"Key":"k","Value":"v"}]}"#)
        ])
        let detail = try await detail("param:/a:1", calls)
        #expect(detail.row.common.tags == ["k": "v"])
        #expect(try lines("History", detail) == ["version 2|current  ann  String", "version 1|[good]  String"])
        #expect(
            try lines("Policies", detail) == [
                "Pending|Expiration 2026-11-26T00:00:00.000Z", "policy|NoChangeNotification 20 Days without change",
                "policy|Broken"
            ])
        #expect(!dumped(detail).contains("canary"))
    }

    @Test("a parameter that no page has is not found")
    func missingParameter() async throws {
        let calls = ScriptedCalls([
            "ssm:DescribeParameters": .body(#"{"Parameters":[]}"#),
            "ssm:GetParameterHistory /a": .body(#"{"Parameters":[]}"#), "ssm:ListTagsForResource /a": .body("{}")
        ])
        let failure = await #expect(throws: OperationFailure.self) { try await detail("/a", calls) }
        #expect(failure?.kind == .notFound)
    }

    @Test("a secret: rotation, versions with and without labels, replicas, policy")
    func secret() async throws {
        let calls = ScriptedCalls([
            "secretsmanager:DescribeSecret db": .body(
                #"""
                {"ARN":"arn:aws:secretsmanager:r:1:secret:db-AbCdEf","Name":"db","RotationEnabled":true,
                "RotationRules":{"ScheduleExpression":"rate(10 days)"},"LastAccessedDate":1.7954928E9,
                "RotationLambdaARN":"arn:aws:lambda:r:1:function:rotate","VersionIdsToStages":{"v1":["AWSCURRENT"],"v2":["AWSPENDING"]},
                "ReplicationStatus":[{"Region":"us-east-1","Status":"InSync"}]}
                """#),
            "secretsmanager:ListSecretVersionIds db": .body(
                #"""
                {"Versions":[{"VersionId":"v0","CreatedDate":1},{"VersionId":"v1","CreatedDate":2,
                "VersionStages":["AWSCURRENT"]}]}
                """#),
            "secretsmanager:GetResourcePolicy db": .body(
                #"""
                {"ARN":"a","ResourcePolicy":"{\"Statement\":[{\"Effect\":\"Deny\",\"Principal\":\"*\",\#
                \"Action\":\"GetSecretValue\",\"Resource\":\"*\",\#
                \"Condition\":{\"StringNotEquals\":{\"aws:SourceVpc\":\"vpc-1\"}}},{\"Effect\":\"Allow\",\#
                \"Principal\":{\"AWS\":\"arn:aws:iam::111122223333:role/app\"},\#
                \"Action\":[\"secretsmanager:GetSecretValue\"],\"Resource\":\"*\"}]}"}
                """#)
        ])
        let detail = try await detail("secret:db@AWSCURRENT#/x", calls)
        #expect(detail.row.secret?.rotation.days == 10)
        #expect(detail.row.secret?.replicas == ["us-east-1"])
        #expect(try lines("Versions", detail).map { $0.prefix(13) } == ["AWSCURRENT|v1", "no label|v0  "])
        #expect(try lines("Replicas", detail) == ["us-east-1|InSync"])
        #expect(
            try lines("Resource policy", detail) == [
                "Deny|anyone may not GetSecretValue if aws:SourceVpc is not vpc-1",
                "Allow|role/app of 111122223333 may secretsmanager:GetSecretValue"
            ])
        #expect(try lines("Rotation", detail).contains("result|not finished: version v2 is still pending"))
        let function = try #require(detail.sections.first { $0.title == "Rotation" }?.lines.last)
        #expect(function.link == .function(name: "rotate"))
    }

    @Test("a key by its alias: the other calls go by its id; a key that cannot rotate says so")
    func key() async throws {
        let calls = ScriptedCalls([
            "kms:DescribeKey alias/orders": .body(
                #"{"KeyMetadata":{"KeyId":"k1","Arn":"arn:aws:kms:r:1:key/k1","KeyManager":"CUSTOMER"}}"#),
            "kms:ListAliases k1": .body(#"{"Aliases":[{"AliasName":"alias/orders","TargetKeyId":"k1"}]}"#),
            "kms:GetKeyRotationStatus k1": .failure(
                AWSError(
                    .invalidRequest, operation: "kms:GetKeyRotationStatus", code: "UnsupportedOperationException",
                    message: "")),
            "kms:ListGrants k1": .body(
                #"{"Grants":[{"GrantId":"g","GranteePrincipal":"arn:aws:iam::1:role/app","Operations":["Decrypt"],"Constraints":{"EncryptionContextEquals":{"app":"pay"}}}]}"#
            ),
            "kms:GetKeyPolicy k1": .failure(.denied("kms:GetKeyPolicy"))
        ])
        let detail = try await detail("key:alias/orders", calls)
        #expect(detail.row.common.reference == .key(id: "k1"))
        #expect(detail.row.common.name == "alias/orders")
        #expect(try lines("Rotation", detail) == ["automatic|not for such a key"])
        #expect(try lines("Grants", detail) == ["g|role/app of 1 may Decrypt if the encryption context has app"])
        #expect(detail.sections.first { $0.title == "Key policy" }?.problem?.contains("kms:GetKeyPolicy") == true)
    }

    @Test("things without a detail are refused", arguments: ["role:a", "user:a", "esm:a", "stack:a", "accesskey:a"])
    func refused(text: String) async throws {
        let failure = await #expect(throws: OperationFailure.self) { try await detail(text, ScriptedCalls()) }
        #expect(failure?.kind == .usage)
    }

    @Test("who we are, as STS says")
    func identity() async throws {
        let calls = ScriptedCalls([
            "sts:GetCallerIdentity": .body(
                """
                <GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws-cn:iam::1:user/a&#x202e;b</Arn>
                <UserId>AIDA</UserId><Account>111122223333</Account></GetCallerIdentityResult></GetCallerIdentityResponse>
                """)
        ])
        let identity = try await CallerIdentity.load(calls)
        #expect(identity.account == "111122223333" && identity.partition == "aws-cn")
        #expect(identity.arn == "arn:aws-cn:iam::1:user/a<U+202E>b")
    }
}
