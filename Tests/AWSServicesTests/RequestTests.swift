import AWSClient
import AWSServices
import Testing

@Suite("How operations are asked")
struct RequestTests {
    @Test(
        "a function's name stays one segment of the path, whatever is in it",
        arguments: [
            ("pay", "pay"), ("a/b", "a%2Fb"), ("a b%", "a%20b%25"), ("é漢", "%C3%A9%E6%BC%A2"), ("..", "%2E%2E"),
            ("x:live", "x%3Alive"), ("a?b=c#d", "a%3Fb%3Dc%23d"), ("~._-", "~._-")
        ])
    func path(name: String, segment: String) {
        let request = Lambda.GetFunctionConfiguration<Void>(function: name, qualifier: "live/1") { _, _ in () }.request
        #expect(request.path == "/2015-03-31/functions/\(segment)/configuration")
        #expect(request.query.map(\.name) == ["Qualifier"])
        #expect(request.query.map(\.value) == ["live/1"])
        #expect(request.method == "GET")
        #expect(request.subject == name)
    }

    @Test("the paths are those of the API reference")
    func paths() {
        #expect(Lambda.ListFunctions<Void> { _, _ in () }.request.path == "/2015-03-31/functions")
        #expect(Lambda.GetFunction<Void>(function: "f") { _, _ in () }.request.path == "/2015-03-31/functions/f")
        #expect(Lambda.ListAliases(function: "f").request.path == "/2015-03-31/functions/f/aliases")
        #expect(Lambda.GetPolicy(function: "f").request.path == "/2015-03-31/functions/f/policy")
        #expect(Lambda.GetFunctionConcurrency(function: "f").request.path == "/2019-09-30/functions/f/concurrency")
        #expect(Lambda.ListFunctionUrlConfigs(function: "f").request.path == "/2021-10-31/functions/f/urls")
        #expect(Lambda.ListEventSourceMappings(function: "f").request.path == "/2015-03-31/event-source-mappings")
        let versions = Lambda.ListVersionsByFunction<Void>(function: "f") { _, _ in () }
        #expect(versions.request.path == "/2015-03-31/functions/f/versions")
    }

    @Test("only one version of a function is ever deleted, and it has a number")
    func delete() throws {
        let request = try #require(Lambda.DeleteFunction(function: "f", version: 3)).request
        #expect(request.method == "DELETE")
        #expect(request.path == "/2015-03-31/functions/f")
        #expect(request.query.map(\.name) == ["Qualifier"])
        #expect(request.query.map(\.value) == ["3"])
        #expect(request.effect == .changes)
        for (name, version) in [("f", 0), ("f", -1), ("", 1), ("f:live", 1), ("f:2", 3)] {
            #expect(Lambda.DeleteFunction(function: name, version: version) == nil)
        }
        let arn = "arn:aws:lambda:eu-west-1:111122223333:function:f"
        #expect(Lambda.DeleteFunction(function: arn, version: 3) != nil)
        #expect(Lambda.DeleteFunction(function: arn + ":2", version: 3) == nil)
    }

    @Test(
        "JSON operations say their target and exactly their members",
        arguments: [
            (
                ParameterStore.DescribeParameters().request, "AmazonSSM.DescribeParameters", #"{"MaxResults":50}"#
            ),
            (
                ParameterStore.GetParameter(name: "/a:3").request, "AmazonSSM.GetParameter",
                #"{"Name":"/a:3","WithDecryption":true}"#
            ),
            (
                ParameterStore.GetParameterHistory(name: "a").request, "AmazonSSM.GetParameterHistory",
                #"{"Name":"a","WithDecryption":false,"MaxResults":50}"#
            ),
            (
                ParameterStore.ListTagsForResource(parameter: "a").request, "AmazonSSM.ListTagsForResource",
                #"{"ResourceType":"Parameter","ResourceId":"a"}"#
            ),
            (
                SecretsManager.ListSecrets().request, "secretsmanager.ListSecrets",
                #"{"IncludePlannedDeletion":true,"MaxResults":100}"#
            ),
            (
                SecretsManager.GetSecretValue(secretID: "s").request, "secretsmanager.GetSecretValue",
                #"{"SecretId":"s"}"#
            ),
            (
                SecretsManager.GetSecretValue(secretID: "s", version: .stage("AWSPENDING")).request,
                "secretsmanager.GetSecretValue", #"{"SecretId":"s","VersionStage":"AWSPENDING"}"#
            ),
            (
                SecretsManager.GetSecretValue(secretID: "s\"\n", version: .id("1-2")).request,
                "secretsmanager.GetSecretValue", #"{"SecretId":"s\"\n","VersionId":"1-2"}"#
            ),
            (KMS.ListKeys().request, "TrentService.ListKeys", #"{"Limit":1000}"#),
            (KMS.DescribeKey(keyID: "k").request, "TrentService.DescribeKey", #"{"KeyId":"k"}"#),
            (
                KMS.GenerateDataKey(keyID: "alias/a", context: ["b": "2", "a": "1"]).request,
                "TrentService.GenerateDataKey",
                #"{"KeyId":"alias/a","KeySpec":"AES_256","EncryptionContext":{"a":"1","b":"2"}}"#
            ),
            (
                KMS.Sign(keyID: "k", message: [0, 255, 62], algorithm: "ECDSA_SHA_256").request, "TrentService.Sign",
                #"{"KeyId":"k","Message":"AP8+","MessageType":"RAW","SigningAlgorithm":"ECDSA_SHA_256"}"#
            ),
            (
                CloudWatchLogs.PutLogEvents(
                    group: "g", stream: "s", events: [.init(time: 1_764_258_000_000, message: #"{"a":"é"}"#)]
                ).request, "Logs_20140328.PutLogEvents",
                #"{"logGroupName":"g","logStreamName":"s","logEvents":[{"timestamp":1764258000000,"message":"{\"a\":\"é\"}"}]}"#
            ),
            (
                CloudWatchLogs.CreateLogStream(group: "g", stream: "s").request, "Logs_20140328.CreateLogStream",
                #"{"logGroupName":"g","logStreamName":"s"}"#
            ),
            (KMS.GetPublicKey(keyID: "k").request, "TrentService.GetPublicKey", #"{"KeyId":"k"}"#),
            (
                KMS.Decrypt(ciphertext: [0, 255, 62], context: [:], keyID: nil).request, "TrentService.Decrypt",
                #"{"CiphertextBlob":"AP8+"}"#
            ),
            (
                KMS.Decrypt(ciphertext: [1], context: ["a": "é"], keyID: "k").request, "TrentService.Decrypt",
                #"{"CiphertextBlob":"AQ==","KeyId":"k","EncryptionContext":{"a":"é"}}"#
            ),
            (
                KMS.ReEncrypt(ciphertext: [1], context: ["a": "1"], destination: "k").request, "TrentService.ReEncrypt",
                #"{"CiphertextBlob":"AQ==","SourceEncryptionContext":{"a":"1"},"DestinationKeyId":"k","#
                    + #""DestinationEncryptionContext":{"a":"1"}}"#
            ),
            (
                KMS.GetKeyPolicy(keyID: "k").request, "TrentService.GetKeyPolicy",
                #"{"KeyId":"k","PolicyName":"default"}"#
            ),
            (
                Tagging.GetResources(types: ["kms:key"]).request,
                "ResourceGroupsTaggingAPI_20170126.GetResources",
                #"{"ResourceTypeFilters":["kms:key"],"ResourcesPerPage":100}"#
            )
        ])
    func body(request: AWSRequest, target: String, body: String) {
        #expect(request.target == target)
        #expect(request.text == body)
        #expect(request.method == "POST" && request.path == "/")
    }

    @Test("a filter and a page's token are written as the API reference has them")
    func filter() {
        var operation = ParameterStore.DescribeParameters(
            filters: [.init(key: "Name", option: "BeginsWith", values: ["/a", "/b"])])
        operation.token = "next"
        #expect(
            operation.request.text
                == #"{"ParameterFilters":[{"Key":"Name","Option":"BeginsWith","Values":["/a","/b"]}],"#
                + #""MaxResults":50,"NextToken":"next"}"#)
        var functions = Lambda.ListFunctions<Void> { _, _ in () }
        functions.token = "next"
        #expect(functions.request.query.map { "\($0.name)=\($0.value)" } == ["Marker=next", "MaxItems=50"])
    }

    @Test("nothing here changes anything")
    func effects() {
        let requests = [
            Lambda.ListFunctions<Void> { _, _ in () }.request, ParameterStore.GetParameter(name: "a").request,
            SecretsManager.GetSecretValue(secretID: "a").request, KMS.ListGrants(keyID: "a").request,
            STS.GetCallerIdentity().request
        ]
        for request in requests { #expect(request.effect == .reads) }
    }
}
