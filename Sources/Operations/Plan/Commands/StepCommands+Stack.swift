import Inventory

extension StepCommands {
    private var stack: String {
        if case .stack(let name) = step.reference { name } else { "" }
    }

    /// The stack's own template, with the marker in each of the functions; parameters keep their values.
    var proposeStackUpdate: [String] {
        let functions = plan.functions(of: stack)
        let filter =
            "reduce $ids[] as $id (.; .Resources[$id].Properties.Environment.Variables.\(FunctionLane.marker) = "
            + "\"\(plan.id)\")"
        // A parameter of the template's own for the marker gets its value, every other keeps its own.
        let parameters =
            "[(. // [])[] | if . == \"CurtainPlan\" then {ParameterKey: ., ParameterValue: \"\(plan.id)\"} "
            + "else {ParameterKey: ., UsePreviousValue: true} end]"
        let names = functions.map { "PhysicalResourceId==`\"\($0)\"`" }.joined(separator: " || ")
        return [
            "ids=$("
                + aws(
                    "cloudformation list-stack-resources", ("stack-name", stack), ("output", "json"),
                    ("query", "StackResourceSummaries[?\(names)].LogicalResourceId")) + ")",
            "parameters=$("
                + aws(
                    "cloudformation describe-stacks", ("stack-name", stack), ("output", "json"),
                    ("query", "Stacks[0].Parameters[].ParameterKey"))
                + " | jq -c " + ShellCommand.quoted(parameters) + ")",
            "if echo \"$parameters\" | jq -e " + ShellCommand.quoted(#"any(.[]; .ParameterKey == "CurtainPlan")"#)
                + " >/dev/null; then "
                + aws(
                    "cloudformation create-change-set", ("stack-name", stack), ("change-set-name", plan.changeSet),
                    ("query", "Id"))
                + " --use-previous-template --parameters \"$parameters\" "
                + "--capabilities CAPABILITY_IAM CAPABILITY_NAMED_IAM CAPABILITY_AUTO_EXPAND; else "
                + aws(
                    "cloudformation get-template", ("stack-name", stack), ("template-stage", "Original"),
                    ("query", "TemplateBody"), ("output", "json"))
                + " | jq -c --argjson ids \"$ids\" \(ShellCommand.quoted(filter)) | "
                + aws(
                    "cloudformation create-change-set", ("stack-name", stack), ("change-set-name", plan.changeSet),
                    ("template-body", "file:///dev/stdin"), ("query", "Id"))
                + " --parameters \"$parameters\" --capabilities CAPABILITY_IAM CAPABILITY_NAMED_IAM CAPABILITY_AUTO_EXPAND; fi",
            aws(
                "cloudformation wait change-set-create-complete", ("stack-name", stack),
                ("change-set-name", plan.changeSet)),
            aws(
                "cloudformation describe-change-set", ("stack-name", stack), ("change-set-name", plan.changeSet),
                ("query", "Changes[].ResourceChange.[Action, ResourceType, LogicalResourceId, Replacement]"),
                ("output", "table"))
        ]
    }

    var deployStack: [String] {
        [
            aws(
                "cloudformation execute-change-set", ("stack-name", stack), ("change-set-name", plan.changeSet)),
            aws("cloudformation wait stack-update-complete", ("stack-name", stack))
        ]
    }
}
