import SensitiveMemory
import Testing

@testable import AWSClient

@Suite("AWS's errors")
struct ErrorAnswerTests {
    private func answer(_ status: Int, _ body: String, _ headers: [String: String] = [:]) -> ErrorAnswer {
        let buffer = WipedBuffer()
        buffer.append(text: body)
        return ErrorAnswer(HTTPResponse(status: status, headers: headers, body: buffer))
    }

    @Test(
        "the code and message of every protocol's form",
        arguments: [
            (#"{"__type":"com.amazonaws.ssm#ParameterNotFound","message":"m"}"#, [:], "ParameterNotFound", "m"),
            (#"{"__type":"AccessDeniedException","Message":"m"}"#, [:], "AccessDeniedException", "m"),
            (
                #"{"Message":"m","Type":"User"}"#, ["x-amzn-errortype": "ResourceNotFoundException:http://x/"],
                "ResourceNotFoundException", "m"
            ),
            (#"{"code":"Foo","message":"m"}"#, [:], "Foo", "m"),
            (#"{"Error":{"Code":"Bar","Message":"m"}}"#, [:], "Bar", "m"),
            (#"{"error":"authorization_pending","error_description":"m"}"#, [:], "authorization_pending", "m"),
            (#"{"__type":"a#B","message":"m"}"#, ["x-amzn-query-error": "AWS.Old;Sender"], "AWS.Old", "m"),
            (
                "<ErrorResponse xmlns=\"x\"><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>m</Message></Error></ErrorResponse>",
                [:], "AccessDenied", "m"
            ),
            (
                "<?xml version=\"1.0\"?><Response><Errors><Error><Code>C</Code><Message>m</Message></Error></Errors></Response>",
                [:], "C", "m"
            ),
            ("<Error><Code>NoSuchBucket</Code><Message>m</Message></Error>", [:], "NoSuchBucket", "m"),
            ("", [:], "418", ""), ("plain words", [:], "418", ""), ("{broken", [:], "", "")
        ] as [(String, [String: String], String, String)])
    func forms(body: String, headers: [String: String], code: String, message: String) {
        let got = answer(418, body, headers)
        #expect(got.code == code)
        #expect(got.message == message)
    }

    @Test("the request id of header or body")
    func requestID() {
        #expect(answer(400, "{}", ["x-amzn-requestid": "a"]).requestID == "a")
        #expect(answer(400, "<E><Error/><RequestId>b</RequestId></E>").requestID == "b")
        #expect(answer(400, "<R><Errors><Error/></Errors><RequestID>c</RequestID></R>").requestID == "c")
    }

    @Test(
        "kinds",
        arguments: [
            ("ThrottlingException", 400, AWSError.Kind.throttled), ("Anything", 429, .throttled),
            ("ExpiredTokenException", 403, .expiredCredentials), ("InvalidClientTokenId", 403, .rejectedCredentials),
            ("AccessDeniedException", 400, .denied), ("", 403, .denied), ("ParameterNotFound", 400, .notFound),
            ("NoSuchEntity", 404, .notFound), ("ResourceNotFoundException", 404, .notFound),
            ("PreconditionFailedException", 412, .conflict), ("ResourceConflictException", 409, .conflict),
            ("ValidationException", 400, .invalidRequest), ("InternalFailure", 500, .serviceFault),
            ("NeverHeardOfIt", 400, .invalidRequest), ("NeverHeardOfIt", 503, .serviceFault)
        ])
    func kinds(code: String, status: Int, kind: AWSError.Kind) {
        #expect(ErrorCodes.kind(code: code, status: status) == kind)
    }

    @Test(
        "what a service quotes of the request is cut",
        arguments: [
            "Lambda was unable to configure your environment variables because the environment variables you have provided exceeded the 4KB limit. String measured: {\"A\":\"canary\"}",
            "1 validation error detected: Value 'canary' at 'secretString' failed to satisfy constraint: Member must have length less than or equal to 65536",
            "Value 'ca' at 'nary, canary' at 'name' failed to satisfy constraint",
            "2 validation errors detected: Value 'canary' at 'a' failed; Value '{canary=canary}' at 'b' failed",
            "Parameters {KEY=canary, B=canary} are not valid", "got {\"k\": \"canary",
            "The request signature we calculated does not match. The Canonical String for this request should have been 'GET / x-amz-security-token:canary'",
            "Authorization header requires 'Credential' parameter. Authorization=canary"
        ])
    func echoes(message: String) {
        let clean = MessageCleaning.clean(message, carriedSecret: false)
        #expect(!clean.contains("canary"))
        #expect(clean.contains("not shown"))
    }

    @Test("after a request with a value nothing quoted remains")
    func secretEcho() {
        #expect(
            MessageCleaning.clean("The value \"canary\" or 'canary' is wrong", carriedSecret: true)
                == "The value (not shown) or (not shown) is wrong")
    }

    @Test("harmless messages stay whole, dangerous characters do not")
    func harmless() {
        let denied =
            "User: arn:aws:iam::123456789012:user/ann is not authorized to perform: ssm:GetParameter on resource: arn:aws:ssm:eu-west-1:123456789012:parameter/a because no identity-based policy allows the ssm:GetParameter action"
        #expect(MessageCleaning.clean(denied, carriedSecret: false) == denied)
        #expect(MessageCleaning.clean("a\u{1B}[2J\r\nb", carriedSecret: false) == "a<U+001B>[2J b")
        #expect(MessageCleaning.clean(String(repeating: "x", count: 5000), carriedSecret: false).count == 501)
    }
}
