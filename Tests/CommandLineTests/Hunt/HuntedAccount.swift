import Emulator

/// An account with a canary in every place in which AWS, an error or the machine may hold a value.
struct HuntedAccount: Sendable {
    let variable = Canary("a variable of a function")
    let parameter = Canary("a parameter")
    let plainParameter = Canary("a plain String in a parameter's history")
    let secret = Canary("a secret")
    let field = Canary("a field of a JSON secret")
    let codeURL = Canary("the presigned address of the code")
    let accessKey = Canary("the secret access key")
    let sessionToken = Canary("the session token")
    let echoed = Canary("what an error quotes")

    /// None of these may ever leave.
    var all: [Canary] {
        [variable, parameter, plainParameter, secret, field, codeURL, accessKey, sessionToken, echoed]
    }

    /// The variables of a run.
    func variables(_ aws: Emulator, _ world: TemporaryWorld) -> [String: String?] {
        [
            "AWS_ENDPOINT_URL": aws.url, "AWS_SECRET_ACCESS_KEY": accessKey.text,
            "AWS_SESSION_TOKEN": sessionToken.text,
            "TMPDIR": world.home
        ]
    }

    /// The account in which everything answers.
    func script() -> ScriptedAnswers {
        let script = PlayedAccount.script()
        script.set(
            "lambda:ListFunctions", .json("{\"Functions\":[\(configuration)],\"NextMarker\":null}"))
        script.set("lambda:GetFunctionConfiguration", .json(configuration))
        script.set("lambda:ListVersionsByFunction", .json("{\"Versions\":[\(configuration)]}"))
        script.set(
            "lambda:GetFunction",
            .json(
                """
                {"Configuration":\(configuration),"Code":{"RepositoryType":"S3","Location":\
                "https://example.invalid/code?X-Amz-Signature=\(codeURL.text)"},"Tags":{"team":"payments"}}
                """))
        script.set(
            "ssm:GetParameter",
            .json(
                """
                {"Parameter":{"Name":"/prod/db","Type":"SecureString","Value":"\(parameter.text)","Version":3}}
                """))
        script.set(
            "ssm:GetParameterHistory",
            .json(
                """
                {"Parameters":[{"Name":"/prod/db","Type":"String","Value":"\(plainParameter.text)","Version":1,\
                "Labels":["old"],"LastModifiedDate":1761991200.0}]}
                """))
        script.set(
            "secretsmanager:GetSecretValue",
            PlayedAccount.secretValue("{\\\"user\\\":\\\"\(secret.text)\\\",\\\"password\\\":\\\"\(field.text)\\\"}"))
        script.set(
            "secretsmanager:DescribeSecret",
            .json(
                "{\"Name\":\"prod/db\",\"ARN\":\"arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db-AbCdEf\"}"
            ))
        return script
    }

    /// The account in which every call is refused with a text that quotes a value, as Lambda's 4 KB refusal does.
    func refusing() -> @Sendable (EmulatedRequest) -> EmulatedAnswer {
        let text = echoed.text
        return { request in
            if request.operation == "sts:GetCallerIdentity" { return PlayedAccount.identity }
            return .error(
                "InvalidParameterValueException",
                "Lambda was unable to configure your environment variables because they exceed the 4KB limit. "
                    + "String measured: {\\\"DB_PASSWORD\\\":\\\"\(text)\\\"}")
        }
    }

    /// The account whose answers are broken off or no JSON, behind a value.
    func breaking() -> @Sendable (EmulatedRequest) -> EmulatedAnswer {
        let text = echoed.text
        return { request in
            if request.operation == "sts:GetCallerIdentity" { return PlayedAccount.identity }
            return .json(
                "{\"Functions\":[{\"FunctionName\":\"pay\",\"Environment\":{\"Variables\":{\"A\":\"\(text)\"}} oops")
        }
    }

    private var configuration: String {
        """
        {"FunctionName":"pay","FunctionArn":"arn:aws:lambda:eu-west-1:111122223333:function:pay","Runtime":"python3.13",\
        "Role":"arn:aws:iam::111122223333:role/pay","LastModified":"2026-11-01T10:00:00.000+0000","Version":"$LATEST",\
        "RevisionId":"r-1","State":"Active","LastUpdateStatus":"Successful","Environment":{"Variables":{"DB_PASSWORD":\
        "\(variable.text)","LOG_LEVEL":"info"}}}
        """
    }
}
