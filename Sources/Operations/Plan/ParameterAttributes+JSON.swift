import StrictJSON

extension ParameterAttributes {
    /// Its members, into an object that is open.
    func write(to json: inout JSONWriter) {
        json.member("type", type)
        json.member("keyId", keyID)
        json.member("tier", tier)
        json.member("dataType", dataType)
        json.member("allowedPattern", allowedPattern)
        json.member("policies", policies)
        json.member("description", description)
    }

    init(_ node: PlanNode) throws(PlanFault) {
        self.init(
            type: try node.text("type"), keyID: try node.optional("keyId"), tier: try node.optional("tier"),
            dataType: try node.optional("dataType"), allowedPattern: try node.optional("allowedPattern"),
            policies: try node.optional("policies"), description: try node.optional("description"))
    }
}
