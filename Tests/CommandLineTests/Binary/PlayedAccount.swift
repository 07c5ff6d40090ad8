import Emulator

/// A small account, as AWS would answer for it.
enum PlayedAccount {
    /// In every value that is planted; must never be seen where it was not asked for.
    static let canary = "canary-7f3a-value"

    static let identity = EmulatedAnswer.xml(
        """
        <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>\
        <Arn>arn:aws:iam::111122223333:user/tester</Arn><UserId>AIDAFAKE</UserId><Account>111122223333</Account>\
        </GetCallerIdentityResult><ResponseMetadata><RequestId>sts-1</RequestId></ResponseMetadata>\
        </GetCallerIdentityResponse>
        """, requestID: "sts-1")

    static let functions = EmulatedAnswer.json(
        """
        {"Functions":[{"FunctionName":"pay","FunctionArn":"arn:aws:lambda:eu-west-1:111122223333:function:pay",\
        "Runtime":"python3.13","Role":"arn:aws:iam::111122223333:role/pay","LastModified":\
        "2026-11-01T10:00:00.000+0000","Version":"$LATEST","RevisionId":"r-1","Environment":{"Variables":\
        {"DB_PASSWORD":"\(canary)","LOG_LEVEL":"info"}}}],"NextMarker":null}
        """)

    static let parameters = EmulatedAnswer.json(
        """
        {"Parameters":[{"Name":"/prod/db","Type":"SecureString","Version":3,"Tier":"Standard",\
        "LastModifiedDate":1761991200.0},{"Name":"/prod/api","Type":"String","Version":1,"Tier":"Standard",\
        "LastModifiedDate":1761991201.0}]}
        """)

    static let secrets = EmulatedAnswer.json(
        """
        {"SecretList":[{"Name":"prod/db","ARN":"arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db-AbCdEf",\
        "LastChangedDate":1761991200.0,"Description":"\\u001b]52;c;QQ==\\u0007 hostile","SecretVersionsToStages":\
        {"v-1":["AWSCURRENT"]}}]}
        """)

    static let keys = EmulatedAnswer.json(
        """
        {"Keys":[{"KeyId":"11111111-2222-3333-4444-555555555555","KeyArn":\
        "arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-555555555555"}],"Truncated":false}
        """)

    static let aliases = EmulatedAnswer.json(
        """
        {"Aliases":[{"AliasName":"alias/orders","TargetKeyId":"11111111-2222-3333-4444-555555555555"}],"Truncated":false}
        """)

    /// A secret's value as Secrets Manager answers it; `text` is written into JSON as it is.
    static func secretValue(_ text: String) -> EmulatedAnswer {
        .json(
            """
            {"ARN":"arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db-AbCdEf","Name":"prod/db",\
            "VersionId":"v-1","SecretString":"\(text)","VersionStages":["AWSCURRENT"]}
            """, requestID: "value-1")
    }

    /// The script of an account in which everything works.
    static func script() -> ScriptedAnswers {
        ScriptedAnswers([
            "sts:GetCallerIdentity": [identity], "lambda:ListFunctions": [functions],
            "ssm:DescribeParameters": [parameters], "secretsmanager:ListSecrets": [secrets], "kms:ListKeys": [keys],
            "kms:ListAliases": [aliases], "secretsmanager:GetSecretValue": [secretValue(canary)]
        ])
    }
}
