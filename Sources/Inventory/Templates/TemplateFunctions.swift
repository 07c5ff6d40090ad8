import SensitiveMemory

/// Finds what the functions of a template use: CloudFormation's own and SAM's, with SAM's `Globals`.
struct TemplateFunctions {
    private(set) var uses: [StackFacts.Use] = []
    private(set) var plainValues: [StackFacts.PlainValue] = []

    private let tree: TemplateTree
    private let context: TemplateContext
    private let observer: VariableObserver
    private let resources: Set<String>
    private let parameters: Set<String>
    private let made: [String: TemplateContext.Resource]

    init(_ tree: TemplateTree, _ context: TemplateContext, _ observer: VariableObserver) {
        self.tree = tree
        self.context = context
        self.observer = observer
        resources = Set((tree.root["Resources"]?.members ?? []).map(\.key))
        parameters = Set((tree.root["Parameters"]?.members ?? []).map(\.key))
        made = Dictionary(context.resources.map { ($0.logicalID, $0) }) { first, _ in first }
    }

    mutating func read() {
        for (logicalID, resource) in tree.root["Resources"]?.members ?? [] {
            let type = tree.text(resource["Type"])
            guard type == "AWS::Lambda::Function" || type == "AWS::Serverless::Function" else { continue }
            let properties = resource["Properties"] ?? .null
            guard let name = made[logicalID]?.physicalID ?? tree.text(properties["FunctionName"]) else { continue }
            var variables = type == "AWS::Serverless::Function" ? globals : []
            variables += properties["Environment"]?["Variables"]?.members ?? []
            for (variable, value) in variables { read(value, of: name, variable: variable) }
            for (property, value) in properties.members where property != "Environment" && property != "FunctionName" {
                read(value, of: name, variable: nil)
            }
        }
    }

    private var globals: [(key: String, value: TemplateTree.Node)] {
        tree.root["Globals"]?["Function"]?["Environment"]?["Variables"]?.members ?? []
    }

    private mutating func read(_ node: TemplateTree.Node, of function: String, variable: String?) {
        var expression = TemplateExpression(tree, context.place, resources: resources, parameters: parameters)
        expression.evaluate(node)
        let dynamic = expression.dynamicReferences
        for (reference, part) in dynamic {
            // A name that only the deployment puts together is not told.
            guard let source = source(of: reference, part) else { continue }
            let pin = reference.pin.map { ", version \($0)" } ?? ""
            add(
                function, variable, source, .templateResolve, pin: reference.pin, "a dynamic reference\(pin)",
                elsewhere: part == nil ? reference.place(ifNot: context.place) : nil)
        }
        let resolved = dynamic.compactMap(\.part)
        for part in expression.parts where !resolved.contains(part) {
            switch part {
            case .resource(let name):
                guard let source = made[name]?.reference, source.isStored else { continue }
                add(function, variable, source, .templateResource, pin: nil, "\(name) of the same template")
            case .parameter(let name):
                guard let source = context.parameters[name], source.isStored else { continue }
                add(function, variable, source, .templateParameter, pin: nil, "parameter \(name) of the template")
            case .unknown: break
            }
        }
        if let variable, dynamic.isEmpty, expression.hasLiteral {
            let seen = expression.text.withUnsafeBytes { observer.variable(name: variable, value: $0) }
            if seen.source == .literal { plainValues.append(StackFacts.PlainValue(function: function, variable: seen)) }
        }
    }

    private func source(of reference: DynamicReference, _ part: TemplateExpression.Part?) -> Reference? {
        switch part {
        case .resource(let name)?: made[name]?.reference
        case .parameter(let name)?: context.parameters[name]
        case .unknown?: nil
        case nil: reference.id.utf8.contains(TemplateExpression.mark.0) ? nil : reference.reference
        }
    }

    private mutating func add(
        _ function: String, _ variable: String?, _ source: Reference, _ rule: EvidenceRule, pin: String?,
        _ detail: String, elsewhere: AccountPlace? = nil
    ) {
        let use = StackFacts.Use(
            function: function, variable: variable, source: source, rule: rule, pin: pin, detail: detail,
            elsewhere: elsewhere)
        if !uses.contains(use) { uses.append(use) }
    }
}

extension Reference {
    /// Whether it is something that keeps values or the key to them.
    fileprivate var isStored: Bool {
        switch self {
        case .secret, .parameter, .key: true
        case .function, .variable, .role, .user, .accessKey, .alias, .eventSourceMapping, .functionURL, .stack: false
        }
    }
}
