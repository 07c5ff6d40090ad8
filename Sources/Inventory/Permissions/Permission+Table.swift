extension Permission {
    /// Everything that curtain calls, by the work that calls it. A test holds it against the operations: one that is new
    /// has to find its place here.
    public static let all: [Permission] =
        table(
            "Lists", .all, browsing,
            "lambda:ListFunctions ssm:DescribeParameters secretsmanager:ListSecrets kms:ListKeys kms:ListAliases tag:GetResources"
        )
        + table(
            "Functions", .functions, browsing,
            """
            lambda:GetFunction lambda:GetFunctionConfiguration lambda:ListVersionsByFunction lambda:ListAliases lambda:GetPolicy \
            lambda:GetFunctionConcurrency lambda:ListFunctionUrlConfigs lambda:GetAlias lambda:ListProvisionedConcurrencyConfigs \
            lambda:GetProvisionedConcurrencyConfig
            """)
        + table(
            "Triggers", .all, browsing,
            "lambda:ListEventSourceMappings lambda:GetEventSourceMapping lambda:GetAccountSettings")
        + table("Parameters", .parameters, browsing, "ssm:ListTagsForResource")
        // GetParameterHistory answers with the values of plain Strings; curtain drops them where the answer is read.
        + table("ParameterHistory", .parameters, browsing, "ssm:GetParameterHistory")
        + table(
            "Secrets", .secrets, browsing,
            "secretsmanager:DescribeSecret secretsmanager:ListSecretVersionIds secretsmanager:GetResourcePolicy")
        + table(
            "Keys", .keys, browsing,
            "kms:DescribeKey kms:GetKeyPolicy kms:GetKeyRotationStatus kms:ListKeyRotations kms:ListGrants")
        + table(
            "WhoMayRead", .all, browsing,
            """
            iam:GetAccountAuthorizationDetails iam:GetRole iam:ListRolePolicies iam:GetRolePolicy \
            iam:ListAttachedRolePolicies iam:GetPolicy iam:GetPolicyVersion
            """)
        + table(
            "Stacks", .all, browsing,
            "cloudformation:DescribeStacks cloudformation:GetTemplate cloudformation:ListStackResources")
        + table(
            "WhoHasRead", .all, browsing, "cloudtrail:LookupEvents cloudtrail:DescribeTrails cloudtrail:GetTrailStatus")
        + table("Logs", .all, browsing, "logs:FilterLogEvents")
        // How functions fare, and how often the stores are called.
        + table("Metrics", .all, browsing, "cloudwatch:ListMetrics cloudwatch:GetMetricData")
        + table("Regions", .all, browsing, "ec2:DescribeRegions")
        + table("ReadSecrets", .secrets, reading, "secretsmanager:GetSecretValue")
        + table("ReadParameters", .parameters, reading, "ssm:GetParameter ssm:GetParameters")
        + table("Decrypt", .keys, reading, "kms:Decrypt")
        + table("ShipAudit", .all, reading, "logs:PutLogEvents logs:CreateLogStream")
        + table("AnchorAudit", .keys, reading, "kms:Sign kms:GetPublicKey")
        + table(
            "Users", .users, [.respond],
            """
            iam:GetUser iam:ListUserPolicies iam:GetUserPolicy iam:ListAttachedUserPolicies iam:ListAccessKeys
            """)
        + table("AccessKeys", .all, [.respond], "iam:GetAccessKeyLastUsed sts:GetAccessKeyInfo")
        + table(
            "Detections", .all, [.respond],
            "guardduty:ListDetectors guardduty:GetDetector guardduty:ListFindings guardduty:GetFindings")
        + table(
            "ContainFunctions", .functions, [.respond],
            """
            lambda:PutFunctionConcurrency lambda:DeleteFunctionConcurrency lambda:UpdateFunctionUrlConfig lambda:UpdateAlias
            """)
        + table("ContainSources", .eventSources, [.respond], "lambda:UpdateEventSourceMapping")
        + table("ContainUsers", .users, [.respond], "iam:UpdateAccessKey iam:PutUserPolicy iam:DeleteUserPolicy")
        + table("ContainRoles", .roles, [.respond], "iam:PutRolePolicy iam:DeleteRolePolicy")
        + table(
            "ContainSecrets", .secrets, [.respond],
            "secretsmanager:PutResourcePolicy secretsmanager:DeleteResourcePolicy")
        + table("ContainKeys", .keys, [.respond], "kms:DisableKey kms:EnableKey")
        + table(
            "WriteSecrets", .secrets, [.rotate],
            """
            secretsmanager:CreateSecret secretsmanager:PutSecretValue secretsmanager:UpdateSecretVersionStage \
            secretsmanager:RotateSecret secretsmanager:CancelRotateSecret secretsmanager:UpdateSecret \
            secretsmanager:DeleteSecret secretsmanager:RestoreSecret secretsmanager:TagResource \
            secretsmanager:UntagResource secretsmanager:ReplicateSecretToRegions \
            secretsmanager:RemoveRegionsFromReplication
            """)
        + table("RandomPassword", .all, [.rotate], "secretsmanager:GetRandomPassword")
        + table(
            "WriteParameters", .parameters, [.rotate],
            """
            ssm:PutParameter ssm:LabelParameterVersion ssm:UnlabelParameterVersion ssm:DeleteParameter \
            ssm:AddTagsToResource ssm:RemoveTagsFromResource
            """)
        + table("Encrypt", .keys, [.rotate], "kms:Encrypt kms:GenerateDataKey kms:ReEncryptFrom kms:ReEncryptTo")
        + table(
            "Redeploy", .functions, [.rotate],
            """
            lambda:UpdateFunctionConfiguration lambda:UpdateFunctionCode lambda:PublishVersion lambda:UpdateAlias \
            lambda:InvokeFunction lambda:DeleteFunction lambda:PutProvisionedConcurrencyConfig \
            lambda:DeleteProvisionedConcurrencyConfig
            """)
        + table(
            "UpdateStacks", .all, [.rotate],
            """
            cloudformation:DescribeChangeSet cloudformation:CreateChangeSet cloudformation:ExecuteChangeSet \
            cloudformation:DeleteChangeSet
            """)
        + table("RotateKeys", .all, [.rotate], "kms:RotateKeyOnDemand kms:UpdateAlias")
        + table("TestRights", .all, [.rotate], "iam:SimulatePrincipalPolicy")

    private static let browsing = Set(PermissionWork.allCases)
    private static let reading: Set<PermissionWork> = [.respond, .rotate]

    private static func table(
        _ purpose: String, _ scope: Scope, _ works: Set<PermissionWork>, _ actions: String
    ) -> [Permission] {
        actions.split(whereSeparator: \.isWhitespace).map {
            Permission(action: String($0), scope: scope, works: works, purpose: purpose)
        }
    }
}
