extension FakeAccount {
    /// Inline policies of roles, as IAM's query protocol has them.
    mutating func roles(_ request: FakeRequest) -> FakeReply {
        let name = "\(request.form["RoleName"] ?? "") \(request.form["PolicyName"] ?? "")"
        switch request.operation {
        case "iam:GetRolePolicy":
            guard let document = policies[name] else { return Self.missing }
            let text = document.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            return FakeReply(
                body: "<GetRolePolicyResponse><GetRolePolicyResult><PolicyDocument>\(text)</PolicyDocument>"
                    + "</GetRolePolicyResult></GetRolePolicyResponse>")
        case "iam:PutRolePolicy": policies[name] = request.form["PolicyDocument"]
        case "iam:DeleteRolePolicy":
            guard policies[name] != nil else { return Self.missing }
            policies[name] = nil
        default: return .error(400, "UnknownOperationException", request.operation)
        }
        return FakeReply(body: "<Response><ResponseMetadata></ResponseMetadata></Response>")
    }

    private static let missing = FakeReply(
        status: 404, code: "NoSuchEntity",
        body:
            "<ErrorResponse><Error><Type>Sender</Type><Code>NoSuchEntity</Code><Message>no such policy</Message></Error>"
            + "</ErrorResponse>")
}
