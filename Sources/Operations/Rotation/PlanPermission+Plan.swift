import Inventory

extension PlanPermission {
    /// What the steps of a plan need, each once, in the order of the plan.
    static func needed(by plan: Plan, facts: AccountFacts) -> [PlanPermission] {
        let arns = Dictionary(facts.functions.map { ($0.common.reference, $0.common.arn) }) { first, _ in first }
        var result: [PlanPermission] = []
        func add(_ action: String, _ resource: String?) {
            let permission = PlanPermission(action: action, resource: resource ?? "*")
            if !result.contains(permission) { result.append(permission) }
        }
        if case .generated(let value)? = plan.recipe, value.isByService { add("secretsmanager:GetRandomPassword", nil) }
        if let key = plan.key, plan.reEncryptedCount > 0 {
            func arn(_ id: String) -> String { "arn:*:kms:\(plan.region):\(plan.account):key/\(id)" }
            add("kms:ReEncryptFrom", arn(key.key))
            add("kms:ReEncryptTo", arn(key.successor ?? key.key))
        }
        for step in plan.steps {
            let resource: String? =
                switch step.reference {
                case .function(let name, _), .alias(let name, _): arns[.function(name: name)] ?? nil
                case .secret: plan.source.arn
                case .parameter(let name, _):
                    "arn:*:ssm:\(plan.region):\(plan.account):parameter/\(name.drop { $0 == "/" })"
                case .stack(let name): "arn:*:cloudformation:\(plan.region):\(plan.account):stack/\(name)/*"
                case .variable, .key, .role, .user, .accessKey, .eventSourceMapping, .functionURL: nil
                }
            let staged = "arn:*:ssm:\(plan.region):\(plan.account):parameter\(plan.stagedName)"
            for action in step.action.permissions {
                let isStaged = step.action == .stageValue || step.action == .discardStagedValue
                add(action, isStaged ? staged : resource)
            }
        }
        return result
    }
}

extension PlannedSource {
    var arn: String? {
        switch self {
        case .secret(let arn, _, _, _): arn
        case .parameter, .variable, .none: nil
        }
    }
}

extension StepAction {
    /// The IAM actions that a step needs, forward and back.
    var permissions: [String] {
        switch self {
        case .keepPendingVersion, .promoteSecretVersion:
            ["secretsmanager:DescribeSecret", "secretsmanager:UpdateSecretVersionStage"]
        case .stageSecretVersion:
            [
                "secretsmanager:DescribeSecret", "secretsmanager:PutSecretValue", "secretsmanager:GetSecretValue",
                "secretsmanager:UpdateSecretVersionStage"
            ]
        case .startRotation: ["secretsmanager:DescribeSecret", "secretsmanager:RotateSecret"]
        case .awaitRotation, .awaitReplicas: ["secretsmanager:DescribeSecret"]
        case .stageValue:
            ["ssm:GetParameterHistory", "ssm:PutParameter", "ssm:GetParameter", "ssm:DeleteParameter"]
        case .discardStagedValue: ["ssm:DeleteParameter"]
        case .putParameterVersion: ["ssm:GetParameterHistory", "ssm:GetParameter", "ssm:PutParameter"]
        case .labelParameterVersion: ["ssm:GetParameterHistory", "ssm:LabelParameterVersion"]
        case .keepFunctionVersion, .publishVersion:
            ["lambda:GetFunction", "lambda:PublishVersion", "lambda:ListVersionsByFunction"]
        case .updateEnvironment: ["lambda:GetFunction", "lambda:UpdateFunctionConfiguration"]
        case .awaitUpdate, .awaitVersion: ["lambda:GetFunction"]
        case .invokeVersion: ["lambda:InvokeFunction"]
        case .weighAlias, .pointAlias: ["lambda:GetAlias", "lambda:UpdateAlias"]
        case .awaitProvisioned: ["lambda:GetProvisionedConcurrencyConfig"]
        case .checkWave: ["cloudwatch:GetMetricData"]
        case .deleteFunctionVersion: ["lambda:GetFunction", "lambda:ListAliases", "lambda:DeleteFunction"]
        case .unlabelParameterVersion: ["ssm:GetParameterHistory", "ssm:UnlabelParameterVersion"]
        case .forgetSecretVersion: ["secretsmanager:DescribeSecret", "secretsmanager:UpdateSecretVersionStage"]
        case .setTarget, .testTarget, .finishTarget: []
        case .rotateKey:
            ["kms:DescribeKey", "kms:GetKeyRotationStatus", "kms:ListKeyRotations", "kms:RotateKeyOnDemand"]
        case .pointKeyAlias: ["kms:DescribeKey", "kms:UpdateAlias"]
        case .proposeStackUpdate:
            [
                "cloudformation:DescribeStacks", "cloudformation:ListStackResources", "cloudformation:GetTemplate",
                "cloudformation:CreateChangeSet", "cloudformation:DescribeChangeSet", "cloudformation:DeleteChangeSet"
            ]
        case .deployStack:
            ["cloudformation:DescribeStacks", "cloudformation:DescribeChangeSet", "cloudformation:ExecuteChangeSet"]
        case .createSecret:
            [
                "secretsmanager:CreateSecret", "secretsmanager:TagResource", "secretsmanager:DescribeSecret",
                "secretsmanager:DeleteSecret"
            ]
        case .createParameter:
            ["ssm:PutParameter", "ssm:GetParameterHistory", "ssm:GetParameter", "ssm:DeleteParameter"]
        case .changeDescription: ["secretsmanager:DescribeSecret", "secretsmanager:UpdateSecret"]
        case .changeTags:
            [
                "secretsmanager:DescribeSecret", "secretsmanager:TagResource", "secretsmanager:UntagResource",
                "ssm:ListTagsForResource", "ssm:AddTagsToResource", "ssm:RemoveTagsFromResource"
            ]
        case .changeKey: ["secretsmanager:DescribeSecret", "secretsmanager:UpdateSecret", "kms:DescribeKey"]
        case .changeRotation:
            ["secretsmanager:DescribeSecret", "secretsmanager:RotateSecret", "secretsmanager:CancelRotateSecret"]
        case .changeReplicas:
            [
                "secretsmanager:DescribeSecret", "secretsmanager:ReplicateSecretToRegions",
                "secretsmanager:RemoveRegionsFromReplication"
            ]
        case .changeResourcePolicy:
            [
                "secretsmanager:GetResourcePolicy", "secretsmanager:PutResourcePolicy",
                "secretsmanager:DeleteResourcePolicy"
            ]
        case .deleteSecret, .restoreSecret:
            ["secretsmanager:DescribeSecret", "secretsmanager:DeleteSecret", "secretsmanager:RestoreSecret"]
        case .grantAccess: ["iam:GetRolePolicy", "iam:PutRolePolicy", "iam:DeleteRolePolicy"]
        case .awaitCode, .confirmRemoval: []
        case .checkUnread: ["cloudtrail:LookupEvents"]
        case .removeVariables:
            ["lambda:GetFunction", "lambda:UpdateFunctionConfiguration", "lambda:ListVersionsByFunction"]
        case .releaseRemoval:
            [
                "lambda:GetAlias", "lambda:GetFunction", "lambda:ListVersionsByFunction", "lambda:PublishVersion",
                "lambda:UpdateAlias"
            ]
        case .deleteParameter: ["ssm:GetParameterHistory", "ssm:DeleteParameter", "ssm:PutParameter"]
        }
    }
}
