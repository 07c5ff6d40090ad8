import SensitiveMemory

/// The text that an expression of a template will become, as far as it can be told: literal bytes, and marks where the
/// names of resources and parameters will stand.
struct TemplateExpression {
    /// What will stand at a mark.
    enum Part: Equatable {
        case resource(String)
        case parameter(String)
        /// Something that is not followed: an import, a mapping, a condition's outcome.
        case unknown
    }

    /// The byte in front of a mark's number and the one behind it: neither is in a template's text.
    static let mark: (UInt8, UInt8) = (0x01, 0x02)

    private(set) var parts: [Part] = []
    let text = WipedBuffer()
    private let tree: TemplateTree
    private let place: AccountPlace
    private let resources: Set<String>
    private let parameters: Set<String>
    private var depth = 0

    init(_ tree: TemplateTree, _ place: AccountPlace, resources: Set<String>, parameters: Set<String>) {
        self.tree = tree
        self.place = place
        self.resources = resources
        self.parameters = parameters
    }

    mutating func evaluate(_ node: TemplateTree.Node) {
        depth += 1
        defer { depth -= 1 }
        guard depth < YAMLParser.deepest else { return }
        switch node {
        case .null: break
        case .scalar(let range): tree.arena.withUnsafeBytes { text.append(UnsafeRawBufferPointer(rebasing: $0[range])) }
        case .list(let elements): for element in elements { evaluate(element) }
        case .map(let members):
            guard members.count == 1 else {
                for (_, value) in members { evaluate(value) }
                return
            }
            function(members[0].key, members[0].value)
        }
    }

    private mutating func function(_ name: String, _ argument: TemplateTree.Node) {
        switch name {
        case "Ref": if let name = tree.text(argument) { put(name) }
        case "Fn::GetAtt":
            let first = argument.elements.first ?? argument
            if let name = tree.text(first) { put(String(name.prefix { $0 != "." })) }
        case "Fn::Sub": substitute(argument)
        case "Fn::Join":
            let elements = argument.elements
            guard elements.count == 2 else { return evaluate(argument) }
            for (place, part) in elements[1].elements.enumerated() {
                if place > 0 { evaluate(elements[0]) }
                evaluate(part)
            }
        case "Fn::If": for branch in argument.elements.dropFirst() { evaluate(branch) }
        case "Fn::ImportValue", "Fn::FindInMap", "Fn::Select", "Fn::Split", "Fn::Base64":
            put(.unknown)
            evaluate(argument)
        default: evaluate(argument)
        }
    }

    /// `${Name}`, `${Name.Attribute}`, `${!Literal}`; a second argument has names of its own.
    private mutating func substitute(_ argument: TemplateTree.Node) {
        let own = argument.elements.count == 2 ? argument.elements[1] : .null
        guard case .scalar(let range) = argument.elements.first ?? argument else { return }
        var place = range.lowerBound
        while place < range.upperBound {
            if let (name, end) = name(at: place, before: range.upperBound) {
                if name.hasPrefix("!") {
                    text.append(byte: UInt8(ascii: "$"))
                    copy((place + 1)..<end)
                } else if let value = own[name] {
                    evaluate(value)
                } else {
                    put(String(name.prefix { $0 != "." }))
                }
                place = end
            } else {
                copy(place..<(place + 1))
                place += 1
            }
        }
    }

    private func name(at place: Int, before end: Int) -> (String, Int)? {
        tree.arena.withUnsafeBytes { bytes in
            guard place + 2 < end, bytes[place] == UInt8(ascii: "$"), bytes[place + 1] == UInt8(ascii: "{"),
                let close = bytes[(place + 2)..<end].firstIndex(of: UInt8(ascii: "}"))
            else { return nil }
            return (String(decoding: bytes[(place + 2)..<close], as: UTF8.self), close + 1)
        }
    }

    private func copy(_ range: Range<Int>) {
        tree.arena.withUnsafeBytes { text.append(UnsafeRawBufferPointer(rebasing: $0[range])) }
    }

    private mutating func put(_ name: String) {
        let known = [
            "AWS::Region": place.region, "AWS::AccountId": place.account, "AWS::Partition": "aws",
            "AWS::URLSuffix": "amazonaws.com"
        ]
        if let text = known[name] {
            _ = self.text.put(text: text)
        } else if resources.contains(name) {
            put(.resource(name))
        } else {
            put(parameters.contains(name) ? .parameter(name) : .unknown)
        }
    }

    private mutating func put(_ part: Part) {
        parts.append(part)
        text.append(byte: Self.mark.0)
        _ = text.put(text: String(parts.count - 1))
        text.append(byte: Self.mark.1)
    }
}
