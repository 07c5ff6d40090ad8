import AWSClient
import AWSServices
import SensitiveMemory
import Testing

/// What comes from the network may be anything: the decoders answer or refuse, and never quote.
@Suite("Fuzz: answers of AWS")
struct AnswerFuzzTests {
    private static let canary = "canary7f3aQ9"

    private static let json = [
        #"{"Functions":[{"FunctionName":"pay","FunctionArn":"arn:aws:lambda:eu-west-1:1:function:pay","Version":"$LATEST","#
            + #""Environment":{"Variables":{"A":"canary7f3aQ9","B":""}},"LastModified":"2026-11-01T10:00:00.000+0000"}],"#
            + #""NextMarker":null}"#,
        #"{"Parameter":{"Name":"/a","Type":"SecureString","Value":"canary7f3aQ9","Version":3,"ARN":"a"}}"#,
        #"{"ARN":"a","Name":"n","VersionId":"v","SecretString":"canary7f3aQ9","VersionStages":["AWSCURRENT"]}"#,
        #"{"ARN":"a","Name":"n","VersionId":"v","SecretBinary":"Y2FuYXJ5N2YzYVE5","CreatedDate":1761991200.5}"#,
        #"{"Keys":[{"KeyId":"k","KeyArn":"a"}],"Truncated":true,"NextMarker":"m"}"#,
        #"{"SecretList":[{"Name":"n","ARN":"a","LastChangedDate":1e9,"SecretVersionsToStages":{"v":["AWSCURRENT"]}}]}"#
    ]

    private static let words = [
        "{", "}", "[", "]", "\"", "\\", "\\u", "\\ud800", "\\u0000", "null", "true", "1e999", "-0", ":", ",", "\u{0}",
        "\"Environment\":", "\"Variables\":", "\"SecretString\":", "\u{FEFF}", "\u{202E}", "0123456789"
    ]

    private func response(_ bytes: [UInt8]) -> AWSResponse {
        AWSResponse(
            status: 200, headers: [:], requestID: "r", body: bytes.withUnsafeBytes { WipedBuffer(copying: $0) })
    }

    private func decode<Operation: AWSOperation>(_ operation: Operation, _ bytes: [UInt8]) -> String {
        do throws(AWSError) {
            _ = try operation.output(response(bytes))
            return ""
        } catch {
            return "\(error) \(error.message) \(error.code)"
        }
    }

    @Test("JSON", arguments: [1, 2, 3] as [UInt64])
    func answers(seed: UInt64) {
        var mutator = Mutator(seed: seed, Self.json, words: Self.words)
        for _ in 0..<Mutator.rounds {
            let bytes = mutator.next()
            let said = [
                decode(Lambda.ListFunctions<Void> { _, _ in () }, bytes),
                decode(Lambda.GetFunctionConfiguration<Void>(function: "f") { _, _ in () }, bytes),
                decode(ParameterStore.GetParameter(name: "/a"), bytes),
                decode(ParameterStore.DescribeParameters(), bytes),
                decode(SecretsManager.GetSecretValue(secretID: "s"), bytes),
                decode(SecretsManager.ListSecrets(), bytes),
                decode(SecretsManager.DescribeSecret(secretID: "s"), bytes), decode(KMS.ListKeys(), bytes)
            ].joined()
            #expect(!said.contains(Self.canary.prefix(8)), "\(String(decoding: bytes, as: UTF8.self))")
        }
    }

    @Test("XML", arguments: [4, 5] as [UInt64])
    func xml(seed: UInt64) {
        var mutator = Mutator(
            seed: seed,
            [
                "<GetCallerIdentityResponse xmlns=\"x\"><GetCallerIdentityResult><Arn>canary7f3aQ9</Arn><UserId>u</UserId>"
                    + "<Account>1</Account></GetCallerIdentityResult></GetCallerIdentityResponse>"
            ],
            words: [
                "<", ">", "</", "/>", "<a>", "<!--", "-->", "<![CDATA[", "]]>", "&#x0;", "&amp;", "&x;", "<?", "\u{0}",
                "<!DOCTYPE"
            ])
        for _ in 0..<Mutator.rounds {
            #expect(!decode(STS.GetCallerIdentity(), mutator.next()).contains(Self.canary.prefix(8)))
        }
    }
}
