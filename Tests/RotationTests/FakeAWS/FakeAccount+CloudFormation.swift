extension FakeAccount {
    mutating func cloudFormation(_ request: FakeRequest) -> FakeReply {
        let name = request.form["StackName"] ?? ""
        guard var stack = stacks[name] else { return .error(400, "ValidationError", "the stack does not exist") }
        defer { stacks[name] = stack }
        let set = request.form["ChangeSetName"] ?? ""
        switch request.operation {
        case "cloudformation:DescribeStacks":
            if stack.lag > 0 {
                stack.lag -= 1
                if stack.lag == 0 { finish(&stack) }
            }
            let executed = stack.executed.map {
                "<ChangeSetId>arn:aws:cloudformation:r:1:changeSet/\($0)/1</ChangeSetId>"
            }
            let parameters = stack.parameters.sorted { $0.key < $1.key }.map {
                "<member><ParameterKey>\($0.key)</ParameterKey><ParameterValue>\($0.value)</ParameterValue></member>"
            }.joined()
            return Self.result(
                "DescribeStacks",
                "<Stacks><member><StackName>\(name)</StackName><StackStatus>\(stack.status)</StackStatus>"
                    + "\(executed ?? "")<Parameters>\(parameters)</Parameters></member></Stacks>")
        case "cloudformation:ListStackResources":
            let members = stack.functions.sorted { $0.key < $1.key }.map {
                "<member><LogicalResourceId>\($0.key)</LogicalResourceId><PhysicalResourceId>\($0.value)"
                    + "</PhysicalResourceId><ResourceType>AWS::Lambda::Function</ResourceType></member>"
            }
            return Self.result(
                "ListStackResources", "<StackResourceSummaries>\(members.joined())</StackResourceSummaries>")
        case "cloudformation:GetTemplate":
            return Self.result("GetTemplate", "<TemplateBody>\(stack.template)</TemplateBody>")
        case "cloudformation:CreateChangeSet":
            guard stack.sets[set] == nil else { return .error(400, "AlreadyExistsException") }
            let isSame = request.form["UsePreviousTemplate"] == "true"
            var values: [String: String] = [:]
            for place in 1...9 {
                guard let key = request.form["Parameters.member.\(place).ParameterKey"] else { break }
                values[key] = request.form["Parameters.member.\(place).ParameterValue"] ?? stack.parameters[key]
            }
            let template = isSame ? stack.template : request.form["TemplateBody"] ?? ""
            guard template.utf8.count <= 51_200 || isSame else { return .error(400, "ValidationError", "too large") }
            stack.sets[set] = .init(template: template, parameters: values)
            return Self.result("CreateChangeSet", "<Id>1</Id>")
        case "cloudformation:DescribeChangeSet": return describe(&stack, set)
        case "cloudformation:ExecuteChangeSet":
            guard let ready = stack.sets[set] else { return .error(404, "ChangeSetNotFound") }
            guard ready.execution == "AVAILABLE" else { return .error(400, "InvalidChangeSetStatus") }
            stack.sets[set]?.execution = "EXECUTE_IN_PROGRESS"
            stack.status = "UPDATE_IN_PROGRESS"
            stack.executed = set
            stack.lag = 3
            return Self.result("ExecuteChangeSet", "")
        case "cloudformation:DeleteChangeSet":
            stack.sets[set] = nil
            return Self.result("DeleteChangeSet", "")
        default: return .error(400, "UnknownOperationException", request.operation)
        }
    }

    private func describe(_ stack: inout FakeStack, _ name: String) -> FakeReply {
        guard var set = stack.sets[name] else { return .error(404, "ChangeSetNotFound") }
        if set.lag > 0 { set.lag -= 1 }
        stack.sets[name] = set
        var changes = stack.functions.sorted { $0.key < $1.key }.filter { id, _ in
            FakeStack.variables(stack.template, of: id, stack.parameters)
                != FakeStack.variables(set.template, of: id, set.parameters)
        }.map { Self.change($0.key, $0.value, "AWS::Lambda::Function") }
        if let other = stack.alsoTouched { changes.append(Self.change(other, other, "AWS::DynamoDB::Table")) }
        return Self.result(
            "DescribeChangeSet",
            "<Status>\(set.lag > 0 ? "CREATE_IN_PROGRESS" : "CREATE_COMPLETE")</Status>"
                + "<ExecutionStatus>\(set.execution)</ExecutionStatus><Changes>\(changes.joined())</Changes>")
    }

    /// The update is over: each function has what the template says, its references resolved now.
    private mutating func finish(_ stack: inout FakeStack) {
        stack.status = "UPDATE_COMPLETE"
        guard let name = stack.executed, let set = stack.sets[name] else { return }
        stack.sets[name]?.execution = "EXECUTE_COMPLETE"
        stack.template = set.template
        stack.parameters = set.parameters
        for (id, function) in stack.functions {
            let variables = FakeStack.variables(set.template, of: id, set.parameters).mapValues { resolved($0) }
            functions[function]?.latest.variables = variables
            let revision = nextRevision()
            functions[function]?.revision = revision
            functions[function]?.lag = 2
            if stack.publishes { release(function) }
        }
    }

    private mutating func release(_ name: String) {
        guard var function = functions[name], let alias = function.aliases["live"] else { return }
        function.versions.append(
            .init(configuration: function.latest, description: "", revision: nextRevision()))
        function.aliases["live"] = .init(
            version: String(function.versions.count), weights: alias.weights, revision: nextRevision())
        functions[name] = function
    }

    private func resolved(_ text: String) -> String {
        guard text.hasPrefix("{{resolve:secretsmanager:") else { return text }
        let parts = text.dropFirst(2).dropLast(2).split(separator: ":").map(String.init)
        let value = secrets[parts[2]].flatMap { secret in secret.current.flatMap { secret.versions[$0]?.value } }
        return value.flatMap { Self.field(parts[4], of: $0) } ?? ""
    }

    private static func change(_ id: String, _ physical: String, _ type: String) -> String {
        "<member><Type>Resource</Type><ResourceChange><Action>Modify</Action><LogicalResourceId>\(id)</LogicalResourceId>"
            + "<PhysicalResourceId>\(physical)</PhysicalResourceId><ResourceType>\(type)</ResourceType>"
            + "<Replacement>False</Replacement></ResourceChange></member>"
    }

    private static func result(_ operation: String, _ inner: String) -> FakeReply {
        FakeReply(
            body: "<\(operation)Response><\(operation)Result>\(inner)</\(operation)Result></\(operation)Response>",
            headers: ["content-type": "text/xml"])
    }
}
