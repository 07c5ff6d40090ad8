import SensitiveMemory
import Testing

@testable import AWSClient

/// Signatures that botocore 1.44 made of the same requests at the same time.
@Suite("Whole requests, signed as botocore signs them")
struct SignedRequestTests {
    private struct Case {
        var request: AWSRequest
        var endpoint: String
        var token: String?
        var signedHeaders: String
        var signature: String
        var target: String
    }

    private static let cases: [Case] = [
        Case(
            request: AWSRequest(
                service: .lambda, operation: "GetFunction", effect: .reads, method: "GET",
                path: "/2015-03-31/functions/"
                    + URIEncoding.encode("arn:aws:lambda:eu-west-1:123456789012:function:pay ments/ü%:live"),
                query: [(name: "Qualifier", value: "$LATEST")]),
            endpoint: "https://lambda.eu-west-1.amazonaws.com", signedHeaders: "host;x-amz-date",
            signature: "f653cf96921986e85d50f07bb54c49d6f2e3eec53fd04b083dd95bf5197ffbe6",
            target: "/2015-03-31/functions/arn%3Aaws%3Alambda%3Aeu-west-1%3A123456789012%3Afunction%3Apay%20ments"
                + "%2F%C3%BC%25%3Alive?Qualifier=%24LATEST"),
        Case(
            request: AWSRequest(
                service: .lambda, operation: "UpdateFunctionConfiguration", effect: .changes, method: "PUT",
                path: "/2015-03-31/functions/a/configuration",
                headers: [(name: "Content-Type", value: "application/json")], body: .bytes(Array(#"{"x":"é"}"#.utf8))),
            endpoint: "https://lambda.eu-west-1.amazonaws.com", token: "tok/en+==",
            signedHeaders: "content-type;host;x-amz-date;x-amz-security-token",
            signature: "ef9088812507f6e3719d91ebede906cb4a3c011b40dd1d75851b709684b0b013",
            target: "/2015-03-31/functions/a/configuration"),
        Case(
            request: AWSRequest(
                service: .lambda, operation: "ListFunctions", effect: .reads, method: "GET",
                path: "/2015-03-31/functions/",
                query: [
                    (name: "Marker", value: "a+b/c=="), (name: "MaxItems", value: "50"),
                    (name: "FunctionVersion", value: "ALL"), (name: "x", value: "~ *'()!é")
                ]),
            endpoint: "https://lambda.eu-west-1.amazonaws.com", signedHeaders: "host;x-amz-date",
            signature: "ce1406051f5774a005e7903fb3d8334a5c08959fa7be26ffd2b7f1dc506da408",
            target: "/2015-03-31/functions/?FunctionVersion=ALL&Marker=a%2Bb%2Fc%3D%3D&MaxItems=50"
                + "&x=~%20%2A%27%28%29%21%C3%A9"),
        Case(
            request: AWSRequest(
                service: .ssm, operation: "GetParametersByPath", effect: .reads,
                headers: [
                    (name: "Content-Type", value: "application/x-amz-json-1.1"),
                    (name: "X-Amz-Target", value: "AmazonSSM.GetParametersByPath")
                ], body: .bytes(Array(#"{"Path":"/prod/%41 b"}"#.utf8))),
            endpoint: "http://127.0.0.1:4566", signedHeaders: "content-type;host;x-amz-date;x-amz-target",
            signature: "386058f5c5c4ce9d9c1dfcaf3472a8f20f0c3f9c4f4fd63a3e3d4469710e9a38", target: "/"),
        Case(
            request: AWSRequest(
                service: .lambda, operation: "ListTags", effect: .reads, method: "GET",
                path: "/2015-03-31/tags/" + URIEncoding.encode("arn:aws:x/../y//z")),
            endpoint: "https://lambda.eu-west-1.amazonaws.com", signedHeaders: "host;x-amz-date",
            signature: "e2a299957560ad27a1c2e01219414ad369c3c5f1adbc0c9a22ff4fe6eb11a1a6",
            target: "/2015-03-31/tags/arn%3Aaws%3Ax%2F..%2Fy%2F%2Fz")
    ]

    @Test("names with spaces, slashes, percent signs, letters of other alphabets, and tokens")
    func signatures() throws {
        let configuration = try ClientConfiguration.resolve(region: "eu-west-1", environment: .of(), files: FakeFiles())
        for vector in Self.cases {
            let endpoint = try #require(Endpoint(vector.endpoint))
            let made = try SignedRequest(
                configuration, vector.request, ResolvedEndpoint(endpoint: endpoint, signingRegion: "eu-west-1"),
                SigningKeyCache()
            ).make(try TestClient.credentials(token: vector.token), at: 1_440_938_160)
            let scope = "AKIDEXAMPLE/20150830/eu-west-1/\(vector.request.service.signingName)/aws4_request"
            #expect(
                made.header("Authorization") == "AWS4-HMAC-SHA256 Credential=\(scope), "
                    + "SignedHeaders=\(vector.signedHeaders), Signature=\(vector.signature)")
            #expect(made.target == vector.target)
        }
    }

    @Test("one derived key for a day, region, service and secret, another for another")
    func keyCache() throws {
        let cache = SigningKeyCache()
        let scope = SigningKeyCache.Scope(accessKeyID: "A", day: "20150830", region: "r", service: "s")
        let secret = try TestClient.secret("fake-one")
        let first = try cache.key(for: scope, secret: secret)
        #expect(try cache.key(for: scope, secret: secret) === first)
        let other = try cache.key(for: scope, secret: try TestClient.secret("fake-two"))
        #expect(other !== first)
        #expect(!other.isSame(as: first))
        var tomorrow = scope
        tomorrow.day = "20150831"
        #expect(!(try cache.key(for: tomorrow, secret: secret)).isSame(as: first))
    }
}
