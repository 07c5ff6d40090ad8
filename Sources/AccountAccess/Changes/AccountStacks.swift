import AWSClient
import AWSServices
import Inventory
import Operations
import SensitiveMemory
import StrictJSON

/// Updates stacks by change sets of their own templates. A template may hold values: it stays in locked memory.
public struct AccountStacks: StackChanging {
    /// A parameter of the template's own that stands in the variables of its functions: then only its value changes, and the
    /// template needs no other text, however large it is and wherever its variables stand.
    static let parameter = "CurtainPlan"
    /// What it is when no plan has set it.
    private static let none = "none"

    private let calls: any AWSCalling

    public init(calls: any AWSCalling) { self.calls = calls }

    public func state(of stack: String) async throws(CallFailure) -> StackState? {
        guard let found = try await described(stack) else { return nil }
        // arn:aws:cloudformation:REGION:ACCOUNT:changeSet/NAME/ID
        let parts = (found.changeSet ?? "").split(separator: "/")
        return StackState(
            status: Cleaned.text(found.status ?? ""), reason: found.reason.map(Cleaned.text),
            changeSet: parts.count > 1 ? String(parts[1]) : nil)
    }

    public func changeSet(_ name: String, of stack: String) async throws(CallFailure) -> ChangeSetState? {
        do throws(AWSError) {
            var pages = AnswerPages(CloudFormation.DescribeChangeSet(stack: stack, name: name), on: calls)
            let all = try await pages.all()
            guard let first = all.first else { return nil }
            return ChangeSetState(
                status: first.status, execution: first.executionStatus, reason: first.reason.map(Cleaned.text),
                changes: all.flatMap(\.changes).map {
                    ChangeSetState.Change(
                        action: Cleaned.text($0.action), logicalID: Cleaned.text($0.logicalID),
                        physicalID: $0.physicalID.map(Cleaned.text), type: Cleaned.text($0.type),
                        isReplaced: $0.replacement.map { $0 != "False" } ?? false)
                })
        } catch {
            if error.kind == .notFound || error.code == "ChangeSetNotFound" { return nil }
            throw CallFailure(error, cannot: "look at change set \(name) of stack \(stack)")
        }
    }

    public func propose(
        _ name: String, of stack: String, setting variable: String, to value: String?, in functions: [String],
        token: String
    ) async throws(CallFailure) -> CallReceipt {
        let act = "propose a change set of stack \(stack)"
        guard let found = try await described(stack) else {
            throw CallFailure(.missing, OperationFailure(.notFound, "there is no stack \(stack)"))
        }
        var template: SecretBytes?
        var values: [String: String] = [:]
        if found.parameters[Self.parameter] != nil {
            values[Self.parameter] = value ?? Self.none
        } else {
            let ids = try await logicalIDs(of: functions, in: stack, act)
            template = try await marked(stack, variable, value, ids, act)
        }
        let text = template
        defer { text?.wipe() }
        let chosen = values
        let answer = try await calls.change(act) {
            try CloudFormation.CreateChangeSet(
                stack: stack, name: name, template: text, parameters: found.parameters.keys.sorted(), values: chosen,
                capabilities: found.capabilities, token: token,
                description: "\(variable) of \(functions.joined(separator: " "))")
        }
        return answer.receipt
    }

    public func obstacle(
        to stack: String, setting variable: String, in functions: [String]
    ) async throws(CallFailure) -> String? {
        let act = "update stack \(stack) by a change set"
        // Whether it stands in the variables of these functions, the change set says before anything is changed.
        if try await described(stack)?.parameters[Self.parameter] != nil { return nil }
        do throws(CallFailure) {
            let ids = try await logicalIDs(of: functions, in: stack, act)
            // As long as a plan's id.
            try await marked(stack, variable, "p-00000000", ids, act).wipe()
            return nil
        } catch {
            guard error.cause == .refused else { throw error }
            return error.failure.message
        }
    }

    public func execute(_ name: String, of stack: String, token: String) async throws(CallFailure) -> CallReceipt {
        try await calls.change(
            CloudFormation.ExecuteChangeSet(stack: stack, name: name, token: token),
            "put change set \(name) of stack \(stack) into effect"
        ).receipt
    }

    public func remove(_ name: String, of stack: String) async throws(CallFailure) -> CallReceipt {
        try await calls.change(
            CloudFormation.DeleteChangeSet(stack: stack, name: name), "delete change set \(name) of stack \(stack)"
        ).receipt
    }

    private func described(
        _ stack: String
    ) async throws(CallFailure) -> CloudFormation.DescribeStacks<Void>.Stack? {
        do throws(AWSError) {
            return try await calls.perform(CloudFormation.DescribeStacks<Void>(name: stack) { _, _ in }).stacks.first
        } catch {
            // CloudFormation has no error of its own for a stack that is not there.
            if error.kind == .notFound || error.code == "ValidationError" { return nil }
            throw CallFailure(error, cannot: "look at stack \(stack)")
        }
    }

    private func logicalIDs(
        of functions: [String], in stack: String, _ act: String
    ) async throws(CallFailure) -> [String] {
        do throws(AWSError) {
            var pages = AnswerPages(CloudFormation.ListStackResources(stack: stack), on: calls)
            let resources = try await pages.all().flatMap(\.resources).filter { $0.type == "AWS::Lambda::Function" }
            let ids = resources.filter { $0.physicalID.map(functions.contains) ?? false }.map(\.logicalID)
            guard ids.count == functions.count else {
                throw AWSError(
                    .invalidRequest, operation: "cloudformation:ListStackResources",
                    message: "the stack has not made all of \(functions.joined(separator: ", "))")
            }
            return ids
        } catch {
            throw CallFailure(error, cannot: act)
        }
    }

    /// The stack's own template with the variable set in each of the functions.
    private func marked(
        _ stack: String, _ variable: String, _ value: String?, _ ids: [String], _ act: String
    ) async throws(CallFailure) -> SecretBytes {
        func refused(_ words: String) -> CallFailure {
            CallFailure(.refused, OperationFailure(.failed, "cannot \(act): \(words)"))
        }
        let original = try await calls.change(
            CloudFormation.GetTemplate(stack: stack, processed: false) { bytes in
                Result { try SecretBytes(copying: bytes) }
            }, act
        ).output
        guard case .success(var template) = original else { throw refused("no locked memory is left") }
        for id in ids {
            let path = JSONPointer(tokens: ["Resources", id, "Properties", "Environment", "Variables"])
            let next: SecretBytes?
            do {
                next = try JSONDocument(copying: template).setting(value, of: variable, in: path)
            } catch is JSONError {
                // YAML is changed as a text, for all functions at once.
                defer { template.wipe() }
                return try Self.fitting(yaml(template, TemplateMarker(variable, value, in: ids), refused), refused)
            } catch {
                throw refused("no locked memory is left")
            }
            guard let next else { throw refused("its template has no variables for \(id)") }
            template.wipe()
            template = next
        }
        return try Self.fitting(template, refused)
    }

    private static func fitting(
        _ template: SecretBytes, _ refused: (String) -> CallFailure
    ) throws(CallFailure) -> SecretBytes {
        let limit = CloudFormation.CreateChangeSet.limit
        guard template.count <= limit else {
            let size = template.count
            template.wipe()
            throw refused(
                "its template has \(size) bytes, a call may have \(limit): give it a parameter \(Self.parameter) (docs/rotation.md), "
                    + "or put it into a bucket and deploy it from there (aws cloudformation create-change-set --template-url)"
            )
        }
        return template
    }

    /// The text with one line more or less for each function, read again.
    private func yaml(
        _ template: SecretBytes, _ marker: TemplateMarker, _ refused: (String) -> CallFailure
    ) throws(CallFailure) -> SecretBytes {
        let changed: SecretBytes
        do {
            changed = try template.withUnsafeBytes { bytes in
                let edits = try marker.edits(in: bytes)
                let room = bytes.count + edits.reduce(0) { $0 + $1.text.utf8.count }
                return try SecretBytes(capacity: room) { target in
                    var (from, to) = (0, 0)
                    func put(_ part: UnsafeRawBufferPointer) {
                        UnsafeMutableRawBufferPointer(rebasing: target[to...]).copyMemory(from: part)
                        to += part.count
                    }
                    for edit in edits {
                        put(UnsafeRawBufferPointer(rebasing: bytes[from..<edit.range.lowerBound]))
                        var text = edit.text
                        text.withUTF8 { put(UnsafeRawBufferPointer($0)) }
                        from = edit.range.upperBound
                    }
                    put(UnsafeRawBufferPointer(rebasing: bytes[from...]))
                    return to
                }
            }
            let isSame = try template.withUnsafeBytes { before in
                try changed.withUnsafeBytes { try marker.isOnlyDifference(between: before, and: $0) }
            }
            guard isSame else {
                changed.wipe()
                throw refused("its template would become another one")
            }
            return changed
        } catch let failure as CallFailure {
            throw failure
        } catch let error as TemplateError {
            throw refused("its template: \(error)")
        } catch {
            throw refused("no locked memory is left")
        }
    }
}
