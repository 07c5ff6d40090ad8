import Inventory
import StrictJSON

extension StepCommands {
    /// The name of the secret, parameter or function.
    var name: String {
        switch step.reference {
        case .secret(let name, _, _), .parameter(let name, _), .function(let name, _), .alias(let name, _): name
        case .variable(let function, _, _): function
        case .key, .role, .user, .accessKey, .eventSourceMapping, .functionURL, .stack: step.reference.text
        }
    }

    var version: String? {
        switch step.reference {
        case .secret(_, let version, _), .function(_, let version), .parameter(_, let version): version
        case .variable, .alias, .key, .role, .user, .accessKey, .eventSourceMapping, .functionURL, .stack: nil
        }
    }

    var alias: String? {
        if case .alias(_, let alias) = step.reference { alias } else { nil }
    }

    /// The version that was current when the plan was made.
    var former: String? {
        switch plan.source {
        case .secret(_, let current, _, _): current
        case .parameter(let version, _): String(version)
        case .variable, .none: nil
        }
    }

    static func keyName(_ reference: Reference) -> String {
        if case .key(let id) = reference { id } else { reference.text }
    }

    var newFile: String { "file://\(PlanScript.new)" }

    private var lane: FunctionLane? { plan.lanes.first { $0.function == name } }
    var route: FunctionLane.Route? { lane?.routes.first { $0.alias == alias } }

    func aws(_ command: String, _ options: (name: String, value: String?)...) -> String {
        ShellCommand.aws(command, options)
    }

    func stage(_ label: String, to new: String? = nil, from old: String? = nil) -> String {
        aws(
            "secretsmanager update-secret-version-stage", ("secret-id", name), ("version-stage", label),
            ("move-to-version-id", new), ("remove-from-version-id", old))
    }

    func hook(_ act: String) -> String {
        "\(plan.hook ?? "hook") \(act) < \(PlanScript.new) 3< \(PlanScript.old)"
    }

    func until(_ command: String, is wanted: String) -> String {
        "until [ \"$(\(command))\" = \(wanted) ]; do sleep 5; done"
    }

    var putParameter: String {
        guard case .parameter(_, let attributes) = plan.source else { return "" }
        return aws(
            "ssm put-parameter", ("name", name), ("type", attributes.type), ("key-id", attributes.keyID),
            ("tier", attributes.tier), ("data-type", attributes.dataType),
            ("allowed-pattern", attributes.allowedPattern), ("policies", attributes.policies), ("value", newFile))
            + " --overwrite"
    }

    func publish(_ description: String) -> String {
        aws(
            "lambda publish-version", ("function-name", name), ("code-sha256", lane?.codeSHA256),
            ("description", description), ("query", "Version"), ("output", "text"))
            + " --revision-id \"$("
            + aws(
                "lambda get-function-configuration", ("function-name", name), ("query", "RevisionId"),
                ("output", "text")) + ")\""
    }

    /// The revision first: whatever is changed between the two reads makes the write be refused. The whole map goes through
    /// a pipe, merged on the way.
    var updateEnvironment: [String] { encrypted + write(lane?.changes ?? [], marker: plan.id.text) }

    /// A ciphertext is made before, by KMS.
    private var encrypted: [String] {
        (lane?.changes ?? []).flatMap { change -> [String] in
            let context = "LambdaFunctionName=\(name)"
            let made: String
            switch change.content {
            case .ciphertext(let key, _):
                made = aws(
                    "kms encrypt", ("key-id", key), ("plaintext", "fileb://\(PlanScript.new)"),
                    ("encryption-context", context), ("query", "CiphertextBlob"), ("output", "text"))
            case .reEncrypted(let key):
                made =
                    aws(
                        "lambda get-function-configuration", ("function-name", name),
                        ("query", "Environment.Variables.\(change.variable)"), ("output", "text"))
                    + " | base64 -d | "
                    + aws(
                        "kms re-encrypt", ("ciphertext-blob", "fileb:///dev/stdin"),
                        ("source-encryption-context", context), ("destination-key-id", key),
                        ("destination-encryption-context", context), ("query", "CiphertextBlob"), ("output", "text"))
            case .value, .text, .removed: return []
            }
            let name = Self.ciphertext(change)
            return ["\(name)=$(\(made))", "export \(name)"]
        }
    }

    /// The shell's name for what KMS has made.
    private static func ciphertext(_ change: FunctionLane.Change) -> String { "ciphertext_\(change.variable)" }

    func write(_ all: [FunctionLane.Change], marker: String) -> [String] {
        let changes = all.compactMap { change in
            Self.content(change).map { "\(Self.text(change.variable)): \($0)" }
        }
        let gone = all.filter { $0.content == .removed }.map { "del(.[\(Self.text($0.variable))])" }
        let merged = (changes + ["\(Self.text(FunctionLane.marker)): \(Self.text(marker))"]).joined(
            separator: ", ")
        let filter = (["{Variables: (.Variables + {\(merged)}"] + gone).joined(separator: " | ") + ")}"
        let file = !all.contains(where: \.holdsValue) ? "" : " --rawfile new \(PlanScript.new)"
        return [
            "revision=$("
                + aws(
                    "lambda get-function-configuration", ("function-name", name), ("query", "RevisionId"),
                    ("output", "text")) + ")",
            aws(
                "lambda get-function-configuration", ("function-name", name), ("query", "Environment"),
                ("output", "json"))
                + " | jq\(file) \(ShellCommand.quoted(filter)) | "
                + aws(
                    "lambda update-function-configuration", ("function-name", name),
                    ("environment", "file:///dev/stdin"), ("query", "LastUpdateStatus"), ("output", "text"))
                + " --revision-id \"$revision\""
        ]
    }

    var invocations: [String] {
        let hasVersion = !(lane?.routes.isEmpty ?? true)
        return plan.rollout.checks.compactMap(\.invocation).map { payload, _ in
            aws(
                "lambda invoke", ("function-name", name), ("cli-binary-format", "raw-in-base64-out"),
                ("payload", payload), ("query", "FunctionError")) + (hasVersion ? " --qualifier \"$version\"" : "")
                + " /dev/null"
        }
    }

    func check(_ check: PlanCheck) -> String? {
        switch check {
        case .invoke: return nil
        case .command(let path): return path
        case .errors(let minutes):
            let functions = plan.lanes.map { ShellCommand.quoted($0.function) }.joined(separator: " ")
            return "for function in \(functions); do for metric in Errors Throttles; do "
                + aws(
                    "cloudwatch get-metric-statistics", ("namespace", "AWS/Lambda"), ("period", "60"),
                    ("statistics", "Sum"))
                + " --metric-name \"$metric\" --dimensions \"Name=FunctionName,Value=$function\""
                + " --start-time \"$(date -u -d '-\(minutes) minutes' +%FT%TZ)\" --end-time \"$(date -u +%FT%TZ)\"; done; done"
        }
    }

    /// What a variable gets, in jq's words; nil for nothing.
    private static func content(_ change: FunctionLane.Change) -> String? {
        func value(_ pointer: String?) -> String {
            pointer.map { "($new | fromjson | getpath(\(path($0))))" } ?? "$new"
        }
        return switch change.content {
        case .value(let pointer): value(pointer)
        case .text(let words): text(words)
        case .ciphertext, .reEncrypted: "env.\(ciphertext(change))"
        case .removed: nil
        }
    }

    /// A JSON text, which is also one of jq.
    private static func text(_ text: String) -> String {
        var json = JSONWriter()
        json.string(text)
        return json.text
    }

    /// The members of a pointer (RFC 6901) as a path of jq. Numbers name members here, not places: a secret is an object.
    private static func path(_ pointer: String) -> String {
        let members = pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map {
            text(String($0).replacing("~1", with: "/").replacing("~0", with: "~"))
        }
        return "[\(members.joined(separator: ", "))]"
    }
}
