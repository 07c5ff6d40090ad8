import Inventory

/// How a function comes by a value, from the evidence for it.
struct ReadingEvidence: Sendable {
    enum Way: Sendable, Equatable {
        case runTime
        /// Through the AWS Parameters and Secrets extension.
        case `extension`
        /// By a version that it names.
        case pinned
        /// A stack's template puts it into a variable.
        case template(stack: String)
        /// It may, and no more is known.
        case permitted
    }

    let way: Way
    let words: String

    /// nil if the function does not read the value: it rotates it, or only holds a copy.
    init?(_ row: ConsumerRow) {
        let strongest = row.evidence.filter { $0.certainty != .possible }
        func first(_ rules: Set<EvidenceRule>) -> Evidence? { strongest.first { rules.contains($0.rule) } }
        if first([.rotates]) != nil { return nil }
        if let pinned = first([.variablePinned]) {
            (way, words) = (.pinned, pinned.detail)
        } else if let layer = first([.extensionLayer]) {
            (way, words) = (.extension, layer.detail)
        } else if let named = first([.variableARN, .variableName, .variableWord, .variableInside, .variablePrefix]) {
            (way, words) = (.runTime, named.detail)
        } else if let template = first([.templateResolve, .templateParameter, .variableResolve]) {
            var stack = "of it"
            if case .stack(let name)? = template.via { stack = name }
            (way, words) = (.template(stack: stack), template.detail)
        } else if let read = first([.wasRead, .wasDecrypted]) {
            (way, words) = (.runTime, read.detail)
        } else if let allowed = first([.allowed, .allowedByPath]) {
            (way, words) = (.permitted, allowed.detail)
        } else {
            return nil
        }
    }

    /// Until when it may go on with the old value.
    var until: String {
        switch way {
        case .extension: "until it starts anew; the extension keeps a value for 300 s at most"
        case .runTime, .permitted: "until it starts anew; what it keeps in memory is not known"
        case .pinned: "until the version that it names is changed"
        case .template: "until its stack is deployed again"
        }
    }
}
