import Inventory
import TerminalCanvas

/// The questions of a plan that sets something, and what their answers mean.
extension Form {
    /// What is to become of it.
    enum SettingAim: String, Sendable {
        case value = "a new value"
        case settings = "its settings: the value stays"
        case create = "make it: it is not there yet"
        case delete = "delete it"
        case restore = "call its deletion off"

        static func all(for subject: Reference) -> [SettingAim] {
            switch subject {
            case .secret: [.value, .settings, .create, .delete, .restore]
            case .parameter: [.value, .settings, .create, .delete]
            case .variable, .function, .key, .role, .user, .accessKey, .alias, .eventSourceMapping, .functionURL,
                .stack:
                [.value, .create, .delete]
            }
        }
    }

    static let tiers = ["as it is", "Standard", "Advanced", "Intelligent-Tiering"]

    static func setting(_ subject: Reference) -> Form {
        func line(_ name: Name, _ label: String, _ hint: String, _ text: String = "", limit: Int = 300) -> Field {
            Field(name, label, hint: hint, .text(TextField(text, limit: limit)))
        }
        var fields = [
            Field(.aim, "What", .choice(SettingAim.all(for: subject).map(\.rawValue), chosen: 0)),
            line(.name, "Name", "of the new one", subject.shortName, limit: 2048),
            Field(
                .recipe, "New value",
                .choice(["generated when it is applied", "typed twice when it is applied"], chosen: 1)),
            line(.length, "Length", "characters", "32", limit: 4)
        ]
        if case .secret(_, _, let pointer) = subject {
            fields.append(line(.pointer, "JSON field", "/password; empty: the whole", pointer ?? "", limit: 200))
        }
        let settings = [
            line(.description, "Description", "empty: as it is", limit: 2048),
            line(.tags, "Tags", "owner=platform, -old; a minus takes one off", limit: 2048),
            line(.key, "KMS key", "alias/NAME, an id or an ARN; empty: as it is", limit: 2048)
        ]
        switch subject {
        case .secret:
            fields +=
                settings + [
                    line(.schedule, "Rotation", "rate(30 days), cron(…), 30, off; empty: as it is"),
                    line(.replicas, "Replicas", "us-east-1, us-west-2=KEY, -eu-central-1"),
                    line(.resourcePolicy, "Policy", "JSON, or none; empty: as it is", limit: 20_480),
                    line(.days, "Restorable", "days: 7 to 30", "30", limit: 2)
                ]
        case .parameter:
            fields +=
                settings + [
                    Field(.tier, "Tier", .choice(tiers, chosen: 0)),
                    line(.pattern, "Pattern", "that its values must match; empty: as it is", limit: 1024),
                    line(.policies, "Policies", "JSON, or none; empty: as it is", limit: 4096)
                ]
        case .variable, .function, .key, .role, .user, .accessKey, .alias, .eventSourceMapping, .functionURL, .stack:
            break
        }
        return Form(
            .set(subject), title: "Plan to set \(subject.text)",
            lines: [
                "Nothing that uses it is changed or starts anew (r plans that). Nothing is changed before you apply the plan."
            ], fields: fields, verb: "Make the plan")
    }

    /// What is to become of it; nil in every other form.
    var aim: SettingAim? {
        guard case .set(let subject) = purpose, let place = chosen(.aim) else { return nil }
        return SettingAim.all(for: subject)[place]
    }

    /// What the answers ask for.
    func setting(of subject: Reference) -> PlanWish.Setting {
        let named = subject.field(text(.pointer))
        switch aim {
        case .value, nil: return PlanWish.Setting(subject: named, recipe: recipe)
        case .settings:
            return PlanWish.Setting(subject: subject.withoutField, recipe: nil, attributes: attributes)
        case .create:
            return PlanWish.Setting(
                subject: named.named(text(.name) ?? ""), aim: .create, recipe: recipe, attributes: attributes)
        case .delete:
            let days = text(.days).flatMap { Int($0) } ?? 30
            return PlanWish.Setting(subject: named, aim: .delete(recoveryDays: days), recipe: nil)
        case .restore: return PlanWish.Setting(subject: subject.withoutField, aim: .restore, recipe: nil)
        }
    }

    /// Those that are asked for.
    private var attributes: PlanWish.Setting.Attributes {
        func answer(_ name: Name) -> String? { purpose.asks(name, in: self) ? text(name) : nil }
        var attributes = PlanWish.Setting.Attributes()
        attributes.description = answer(.description)
        attributes.key = answer(.key).map { $0.hasPrefix("key:") ? String($0.dropFirst(4)) : $0 }
        attributes.pattern = answer(.pattern)
        attributes.policies = answer(.policies)
        attributes.schedule = answer(.schedule)
        attributes.resourcePolicy = answer(.resourcePolicy)
        if purpose.asks(.tier, in: self), let place = chosen(.tier), place > 0 { attributes.tier = Self.tiers[place] }
        for word in answer(.tags).map(Self.words) ?? [] {
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            attributes.tags[parts.count > 1 ? parts[0] : String(word.dropFirst())] =
                parts.count > 1 ? .some(parts[1]) : .some(nil)
        }
        for word in answer(.replicas).map(Self.words) ?? [] {
            let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
            attributes.replicas[word.hasPrefix("-") ? String(word.dropFirst()) : parts[0]] = !word.hasPrefix("-")
            if parts.count > 1 { attributes.replicaKeys[parts[0]] = parts[1] }
        }
        return attributes
    }

    /// The words between commas.
    static func words(_ text: String) -> [String] {
        text.split(separator: ",").map { TextField(String($0)).trimmed }.filter { !$0.isEmpty }
    }
}

extension Form.Purpose {
    /// Whether a question of a new value or of settings is asked.
    func asksSetting(_ name: Form.Name, in form: Form) -> Bool {
        guard case .set = self else { return name != .length || form.generates }
        let aim = form.aim ?? .value
        switch name {
        case .recipe: return aim == .value || aim == .create
        case .length: return (aim == .value || aim == .create) && form.generates
        case .pointer: return aim == .value || aim == .create || aim == .delete
        case .name: return aim == .create
        case .description, .tags, .key, .tier: return aim == .settings || aim == .create
        case .pattern, .policies, .schedule, .replicas, .resourcePolicy: return aim == .settings
        case .days: return aim == .delete && form.text(.pointer) == nil
        case .transition, .hook, .note, .value, .again, .typedName, .text, .identifier, .severity, .kind, .by, .about,
            .code, .aim, .word, .place, .like, .classes, .excluded, .canary, .wave, .parallel, .weight, .keepGoing,
            .invoke, .errors, .program, .pace, .leaveOut, .include, .stacks, .pending:
            return true
        }
    }

    func settingProblem(of name: Form.Name, in form: Form) -> String? {
        let answer = form.text(name)
        switch name {
        case .name: return answer == nil ? "say what it is called" : nil
        case .days:
            let days = answer.flatMap { Int($0) } ?? 0
            return (7...30).contains(days) ? nil : "a deleted secret can be restored for 7 to 30 days"
        case .tags:
            let wrong = answer.map(Form.words)?.first { !$0.dropFirst().contains("=") && !$0.hasPrefix("-") }
            return wrong.map { "\($0): a tag is KEY=VALUE, or -KEY to take it off" }
        case .policies, .resourcePolicy:
            guard let answer, answer != "none" else { return nil }
            return answer.hasPrefix("{") || answer.hasPrefix("[") ? nil : "JSON, or none to take it off"
        case .schedule:
            guard let answer, answer != "off", Int(answer) == nil else { return nil }
            return answer.hasPrefix("rate(") || answer.hasPrefix("cron(")
                ? nil : "rate(30 days), cron(…), a number of days, or off"
        case .aim:
            guard form.aim == .settings, form.setting(of: form.subject).attributes == .init() else { return nil }
            return "say which setting changes"
        case .description, .key, .tier, .pattern, .replicas, .transition, .recipe, .length, .pointer, .hook, .note,
            .value, .again, .typedName, .text, .identifier, .severity, .kind, .by, .about, .code, .word, .place, .like,
            .classes, .excluded,
            .canary, .wave, .parallel, .weight, .keepGoing, .invoke, .errors, .program, .pace, .leaveOut, .include,
            .stacks, .pending:
            return nil
        }
    }
}

extension Form {
    /// What is set; of every other form nothing is asked.
    fileprivate var subject: Reference {
        if case .set(let subject) = purpose { subject } else { .function(name: "") }
    }
}

extension Reference {
    /// The secret that a field is of.
    fileprivate var withoutField: Reference {
        if case .secret(let name, let version, _) = self { .secret(name: name, version: version) } else { self }
    }

    /// Another of the same kind.
    fileprivate func named(_ name: String) -> Reference {
        switch self {
        case .secret(_, _, let pointer): .secret(name: name, pointer: pointer)
        case .parameter: .parameter(name: name)
        case .variable(let function, _, _): .variable(function: function, name: name)
        case .function, .key, .role, .user, .accessKey, .alias, .eventSourceMapping, .functionURL, .stack: self
        }
    }
}
