/// The permissions by which a value can be read, each a permission of its own.
enum ReadAction: String, CaseIterable, Sendable {
    case getSecretValue = "secretsmanager:GetSecretValue"
    case getParameter = "ssm:GetParameter"
    case getParameters = "ssm:GetParameters"
    case getParameterHistory = "ssm:GetParameterHistory"
    case getParametersByPath = "ssm:GetParametersByPath"
    case decrypt = "kms:Decrypt"
}
