import AWSClient
import AWSServices
import FoundationEssentials
import Testing

@Suite("Answers of the stores")
struct StoreAnswerTests {
    @Test("a parameter's metadata, labels and policies; old values of a plain String are dropped")
    func history() throws {
        let body = #"""
            {"Parameters":[{"Name":"/a","Type":"String","Value":"canary-old","Version":1,"Labels":["good"],
            "LastModifiedDate":1.7954928E9,"LastModifiedUser":"arn:aws:iam::1:user/ann","Tier":"Advanced",
            "Policies":[{"PolicyText":"{}","PolicyType":"Expiration","PolicyStatus":"Pending"}]}],"NextToken":"t"}
            """#
        let page = try ParameterStore.GetParameterHistory(name: "/a").output(response(body))
        #expect(page.nextToken == "t")
        #expect(page.versions[0].labels == ["good"] && page.versions[0].version == 1)
        #expect(page.versions[0].modified == Date(timeIntervalSince1970: 1_795_492_800))
        #expect(page.versions[0].policies.map(\.type) == ["Expiration"])
        #expect(!dumped(page).contains("canary"))
    }

    @Test(
        "a parameter's value goes into locked bytes, whatever it is",
        arguments: [
            (#""""#, ""), (#""line\nline\u0000""#, "line\nline\u{0}"), (#""\ud83d\ude00""#, "😀")
        ])
    func parameterValue(json: String, value: String) throws {
        let body = #"{"Parameter":{"Name":"/a","Type":"SecureString","Value":\#(json),"Version":3}}"#
        let output = try ParameterStore.GetParameter(name: "/a").output(response(body))
        #expect(try bytes(output.value) == Array(value.utf8))
        #expect(output.version == 3)
        #expect(!dumped(output).contains("line"))
    }

    @Test("a value of 64 KB comes whole")
    func large() throws {
        let value = String(repeating: "canary-64k ", count: 5_957) + "e"
        let output = try SecretsManager.GetSecretValue(secretID: "s").output(
            response(#"{"SecretString":"\#(value)","VersionId":"v"}"#))
        #expect(try bytes(output.value) == Array(value.utf8))
        #expect(!output.isBinary)
        #expect(!dumped(output).contains("canary"))
    }

    @Test(
        "a binary secret is decoded from base64 to its bytes",
        arguments: [("", []), ("AA==", [0]), ("/+8=", [0xFF, 0xEF]), ("AAEC", [0, 1, 2]), ("AAECAw==", [0, 1, 2, 3])]
            as [(String, [UInt8])])
    func binary(base64: String, expected: [UInt8]) throws {
        let body = #"{"SecretString":null,"SecretBinary":"\#(base64)","VersionId":"v","VersionStages":["AWSCURRENT"]}"#
        let output = try SecretsManager.GetSecretValue(secretID: "s").output(response(body))
        #expect(try bytes(output.value) == expected)
        #expect(output.isBinary)
    }

    @Test(
        "base64 that is none is a malformed answer, and is not quoted", arguments: ["canary", "A===", "=AAA", "AA\\n="])
    func badBinary(base64: String) throws {
        let error = #expect(throws: AWSError.self) {
            try SecretsManager.GetSecretValue(secretID: "s").output(response(#"{"SecretBinary":"\#(base64)"}"#))
        }
        #expect(error?.kind == .malformedAnswer && error?.message.contains("SecretBinary") == true)
        #expect(error?.message.contains("canary") == false)
    }

    @Test("a secret answer with no value at all is malformed")
    func noValue() {
        #expect(throws: AWSError.self) { try SecretsManager.GetSecretValue(secretID: "s").output(response("{}")) }
    }

    @Test("ListSecrets and DescribeSecret tell the same things under two names")
    func secrets() throws {
        let secret = #"""
            "ARN":"arn:aws:secretsmanager:r:1:secret:a-AbCdEf","Name":"a","RotationEnabled":true,
            "RotationRules":{"AutomaticallyAfterDays":30},"LastChangedDate":1.5,"OwningService":"rds",
            "Tags":[{"Key":"team","Value":"pay"}]
            """#
        let listed = try SecretsManager.ListSecrets().output(
            response(#"{"SecretList":[{\#(secret),"SecretVersionsToStages":{"v1":["AWSCURRENT"]}}]}"#))
        let described = try SecretsManager.DescribeSecret(secretID: "a").output(
            response(#"{\#(secret),"VersionIdsToStages":{"v1":["AWSCURRENT"]},"ReplicationStatus":[]}"#))
        #expect(listed.secrets[0].versionStages == described.versionStages)
        #expect(listed.secrets[0].replicas == nil && described.replicas == [])
        #expect(described.tags == ["team": "pay"] && described.rotationDays == 30 && described.rotationEnabled)
        #expect(described.owningService == "rds" && described.lastChanged == Date(timeIntervalSince1970: 1.5))
    }

    @Test("keys, aliases without a key, metadata, rotation, grants; a marker counts only when truncated")
    func keys() throws {
        let keys = try KMS.ListKeys().output(
            response(#"{"Keys":[{"KeyId":"k","KeyArn":"a"}],"NextMarker":"m","Truncated":true}"#))
        #expect(keys.keys.map(\.id) == ["k"] && keys.nextToken == "m")
        let aliases = try KMS.ListAliases().output(
            response(#"{"Aliases":[{"AliasName":"alias/aws/ssm"}],"NextMarker":"m","Truncated":false}"#))
        #expect(aliases.aliases[0].targetKeyID == nil && aliases.nextToken == nil)
        let key = try KMS.DescribeKey(keyID: "k").output(
            response(#"{"KeyMetadata":{"KeyId":"k","KeyState":"Enabled","CustomerMasterKeySpec":"SYMMETRIC_DEFAULT"}}"#)
        )
        #expect(key.spec == "SYMMETRIC_DEFAULT" && key.state == "Enabled" && !key.isMultiRegion)
        let rotation = try KMS.GetKeyRotationStatus(keyID: "k").output(
            response(#"{"KeyRotationEnabled":true,"RotationPeriodInDays":365}"#))
        #expect(rotation.enabled && rotation.days == 365 && rotation.next == nil)
        let grants = try KMS.ListGrants(keyID: "k").output(
            response(#"{"Grants":[{"GrantId":"g","GranteePrincipal":"p","Operations":["Decrypt"]}]}"#))
        #expect(grants.grants[0].operations == ["Decrypt"] && grants.grants[0].grantee == "p")
    }

    @Test("STS answers in XML")
    func identity() throws {
        let body = """
            <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
            <Arn>arn:aws:iam::123456789012:user/Alice</Arn><UserId>AIDA</UserId><Account>123456789012</Account>
            </GetCallerIdentityResult></GetCallerIdentityResponse>
            """
        let identity = try STS.GetCallerIdentity().output(response(body))
        #expect(identity.account == "123456789012" && identity.arn == "arn:aws:iam::123456789012:user/Alice")
        #expect(throws: AWSError.self) { try STS.GetCallerIdentity().output(response("<a/>")) }
    }

    @Test("tags by ARN, and the empty token that ends them")
    func tagging() throws {
        let page = try Tagging.GetResources(types: ["kms:key"]).output(
            response(
                #"{"PaginationToken":"","ResourceTagMappingList":[{"ResourceARN":"a","Tags":[{"Key":"k","Value":"v"}]}]}"#
            ))
        #expect(page.nextToken == nil && page.mappings.map(\.tags) == [["k": "v"]])
    }
}
