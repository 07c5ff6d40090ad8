import SensitiveMemory

/// What a template says of its functions and what they use, with every value left where it was.
public struct TemplateReading: Sendable {
    public private(set) var facts: StackFacts
    /// What could not be read, a line each.
    public private(set) var problems: [String] = []

    /// - Parameter bytes: the template's text, JSON or YAML, for the length of the call.
    public init(_ bytes: UnsafeRawBufferPointer, context: TemplateContext, observer: VariableObserver) {
        let members = context.resources.compactMap(\.reference)
        facts = StackFacts(name: context.stack, deployed: context.deployed, uses: [], members: members, plainValues: [])
        do throws(TemplateError) {
            let tree = try TemplateTree(bytes)
            var functions = TemplateFunctions(tree, context, observer)
            functions.read()
            facts = StackFacts(
                name: context.stack, deployed: context.deployed, uses: functions.uses, members: members,
                plainValues: functions.plainValues)
        } catch {
            problems.append("the template of \(Reference.stack(name: context.stack)) cannot be read: \(error)")
        }
    }
}
