import AWSClient
import AWSServices
import FoundationEssentials
import Testing

@Suite("Answers of Lambda")
struct LambdaAnswerTests {
    private struct Seen: Sendable, Equatable {
        let name: String
        let count: Int
    }

    private let functions = #"""
        {"NextMarker":"m2","Functions":[{"FunctionName":"pay","FunctionArn":"arn:aws:lambda:eu-west-1:1:function:pay",
        "Runtime":"python3.12","Role":"arn:aws:iam::1:role/pay","Handler":"app.handler","CodeSize":10,
        "Description":"","Timeout":3,"MemorySize":128,"LastModified":"2026-11-24T04:00:01.500+0000",
        "CodeSha256":"abc=","Version":"$LATEST","KMSKeyArn":null,"Layers":[{"Arn":"arn:layer:1","CodeSize":1}],
        "Environment":{"Variables":{"Z":"canary-\u0041\n","A":""}},"RevisionId":"r1","Unheard":{"of":[1]}},
        {"FunctionName":"bare","FunctionArn":"arn:aws:lambda:eu-west-1:1:function:bare"},
        {"FunctionName":"locked","FunctionArn":"arn:x","Environment":{"Error":{"ErrorCode":"AccessDeniedException",
        "Message":"Lambda was unable to decrypt"}}}]}
        """#

    @Test("values pass through the reader once, decoded, and are gone")
    func environment() throws {
        let operation = Lambda.ListFunctions { name, value in
            Seen(name: name, count: value.elementsEqual("canary-A\n".utf8) ? 9 : value.count)
        }
        let page = try operation.output(response(functions))
        #expect(page.nextToken == "m2")
        let pay = page.functions[0]
        #expect(pay.environment.variables == [Seen(name: "A", count: 0), Seen(name: "Z", count: 9)])
        #expect(pay.environment.error == nil)
        #expect(page.functions[1].environment.variables.isEmpty)
        #expect(page.functions[1].environment.byteCount == 0)
        #expect(page.functions[2].environment.error == "AccessDeniedException: Lambda was unable to decrypt")
        #expect(!dumped(page).contains("canary"))
    }

    @Test("members are read, empty ones are nil, unknown ones do no harm")
    func members() throws {
        let pay = try Lambda.ListFunctions<Void> { _, _ in () }.output(response(functions)).functions[0]
        #expect(pay.name == "pay" && pay.runtime == "python3.12" && pay.timeout == 3 && pay.memorySize == 128)
        #expect(pay.description == nil && pay.kmsKey == nil && pay.state == nil)
        #expect(pay.layers == ["arn:layer:1"])
        #expect(pay.modified == Date(timeIntervalSince1970: 1_795_492_801.5))
    }

    @Test(
        "the 4,096 bytes are counted as AWS measures them: the map as JSON",
        arguments: [
            (#"{}"#, 0), (#"{"A":"b"}"#, 9), (#"{"A":"b","CD":""}"#, 17), (#"{"A":"\u0041\n\""}"#, 13),
            (#"{"A":"é"}"#, 10), (#"{"A":"\u0001"}"#, 14)
        ])
    func byteCount(variables: String, count: Int) throws {
        let body = #"{"FunctionName":"f","FunctionArn":"a","Environment":{"Variables":\#(variables)}}"#
        let operation = Lambda.GetFunctionConfiguration<Void>(function: "f") { _, _ in () }
        #expect(try operation.output(response(body)).environment.byteCount == count)
    }

    @Test("the presigned URL of the code is dropped like a value")
    func presignedURL() throws {
        let body = #"""
            {"Configuration":{"FunctionName":"f","FunctionArn":"a"},"Code":{"RepositoryType":"S3",
            "Location":"https://bucket/canary?X-Amz-Signature=canary"},"Tags":{"team":"pay"},
            "Concurrency":{"ReservedConcurrentExecutions":0}}
            """#
        let output = try Lambda.GetFunction<Void>(function: "f") { _, _ in () }.output(response(body))
        #expect(output.tags == ["team": "pay"] && output.reservedConcurrency == 0)
        #expect(!dumped(output).contains("canary"))
    }

    @Test("aliases with weights, URLs, mappings, concurrency, policy")
    func others() throws {
        let aliases = try Lambda.ListAliases(function: "f").output(
            response(
                #"""
                {"Aliases":[{"Name":"live","FunctionVersion":"7","RoutingConfig":
                {"AdditionalVersionWeights":{"8":0.1}}},{"Name":"dev","FunctionVersion":"$LATEST","RoutingConfig":null}]}
                """#))
        #expect(aliases.aliases.map(\.additionalVersionWeights) == [["8": 0.1], [:]])
        let urls = try Lambda.ListFunctionUrlConfigs(function: "f").output(
            response(
                #"{"FunctionUrlConfigs":[{"FunctionUrl":"https://x","FunctionArn":"a","AuthType":"NONE"}]}"#))
        #expect(urls.configs.map(\.authType) == ["NONE"])
        let mappings = try Lambda.ListEventSourceMappings(function: nil).output(
            response(#"{"EventSourceMappings":[{"UUID":"u","LastModified":1.7E9}],"NextMarker":""}"#))
        #expect(mappings.mappings.map(\.uuid) == ["u"] && mappings.nextToken == nil)
        #expect(try Lambda.GetFunctionConcurrency(function: "f").output(response("{}")) == nil)
        #expect(try Lambda.GetFunctionConcurrency(function: "f").output(response("")) == nil)
        #expect(try Lambda.GetPolicy(function: "f").output(response(#"{"Policy":"{}"}"#)).policy == "{}")
    }

    @Test(
        "an answer without what the API reference promises names operation and place, and quotes nothing",
        arguments: [
            ("{}", "Functions"), (#"{"Functions":{}}"#, "Functions"),
            (#"{"Functions":[{"FunctionArn":"canary"}]}"#, "Functions[0].FunctionName"),
            (#"["canary"]"#, "JSON object"), (#"{"canary":"#, "JSON")
        ])
    func malformed(body: String, place: String) throws {
        let error = #expect(throws: AWSError.self) {
            try Lambda.ListFunctions<Void> { _, _ in () }.output(response(body))
        }
        #expect(error?.kind == .malformedAnswer)
        #expect(error?.operation == "lambda:ListFunctions")
        #expect(error?.message.contains(place) == true)
        #expect(!dumped(error).contains("canary"))
    }
}
