import Testing

@testable import AccountAccess

@Suite("Policies in words")
struct PolicyWordsTests {
    private func words(_ statement: String) throws -> [String] {
        try PolicyWords.statements(of: #"{"Version":"2012-10-17","Statement":\#(statement)}"#, own: "arn:aws:x:r:1:own")
            .map { "\($0.effect): \($0.words)\($0.isOpen ? " !" : "")" }
    }

    @Test(
        "who may do what, on what, if what",
        arguments: [
            (
                #"{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"kms:*","Resource":"*"}"#,
                "Allow: account 111122223333 may do everything of kms"
            ),
            (
                #"{"Effect":"Allow","Principal":{"AWS":["111122223333","arn:aws:iam::4:user/a"]},"Action":["a:B","a:C"],"Resource":"arn:aws:x:r:1:own"}"#,
                "Allow: account 111122223333, user/a of 4 may a:B, a:C"
            ),
            (
                #"{"Effect":"Allow","Principal":"*","Action":"lambda:InvokeFunction","Resource":"arn:aws:x:r:1:other"}"#,
                "Allow: anyone may lambda:InvokeFunction on arn:aws:x:r:1:other !"
            ),
            (
                #"{"Effect":"Allow","Principal":{"Service":"events.amazonaws.com"},"Action":"a:B","Condition":{"ArnLike":{"aws:SourceArn":["x","y"]},"Bool":{"aws:SecureTransport":"true"}}}"#,
                "Allow: service events may a:B if aws:SecureTransport is true and aws:SourceArn is like x or y"
            ),
            (
                #"{"Effect":"Deny","NotPrincipal":{"AWS":"arn:aws:iam::4:role/a"},"NotAction":"a:B","NotResource":"r"}"#,
                "Deny: everyone but role/a of 4 may not do everything but a:B on everything but r"
            ),
            (
                #"{"Effect":"Allow","Action":"*","Condition":{"ForAnyValue:StringLikeIfExists":{"k":"v*"}}}"#,
                "Allow: whoever has it may do everything if any k is like (or is not there) v*"
            ),
            (
                #"{"Effect":"Allow","Principal":{"Federated":"cognito"},"Action":["1","2","3","4","5","6","7"]}"#,
                "Allow: federated cognito may 1, 2, 3, 4, 5 and 2 more"
            )
        ])
    func statement(_ statement: String, expected: String) throws {
        #expect(try words(statement) == [expected])
        #expect(try words("[\(statement),\(statement)]") == [expected, expected])
    }

    @Test("an empty policy says nothing, and what is none is an error")
    func none() throws {
        #expect(try PolicyWords.statements(of: "{}").isEmpty)
        #expect(throws: (any Error).self) { try PolicyWords.statements(of: "no policy") }
    }

    @Test(
        "a layer's name, version and account; AWS's extension by what it does",
        arguments: [
            ("arn:aws:lambda:eu-west-1:111122223333:layer:tools:7", "tools  of 111122223333", "7"),
            (
                "arn:aws:lambda:eu-west-1:015030872274:layer:AWS-Parameters-and-Secrets-Lambda-Extension-Arm64:12",
                "AWS-Parameters-and-Secrets-Lambda-Extension-Arm64: fetches parameters and secrets at run time and keeps them up to 300 s",
                "12"
            ), ("strange", "strange", nil)
        ] as [(String, String, String?)])
    func layers(arn: String, words: String, version: String?) {
        let layer = FunctionLayer(arn: arn)
        #expect(layer.words == words && layer.version == version)
    }
}
