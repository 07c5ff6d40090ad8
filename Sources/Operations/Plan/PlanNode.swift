import Inventory
import StrictJSON

/// An object inside a plan or journal, which knows its place there so that what is wrong can be named.
struct PlanNode {
    let node: JSONNode
    /// `steps[3]`; empty for the outermost.
    let place: String

    init(_ node: JSONNode, at place: String = "") throws(PlanFault) {
        guard node.kind == .object else { throw PlanFault(place.isEmpty ? "no JSON object" : "\(place) is no object") }
        self.node = node
        self.place = place
    }

    /// The outermost object of a document.
    init(json bytes: [UInt8]) throws(PlanFault) {
        let document: JSONDocument
        do throws(JSONError) { document = try JSONDocument(copying: bytes) } catch {
            throw PlanFault("no JSON: byte \(error.offset): \(error.reason.rawValue)")
        }
        try self.init(document.root)
    }

    func text(_ name: String) throws(PlanFault) -> String {
        guard let text = node[name]?.string else { throw fault("\(name) is no text") }
        return text
    }

    /// nil if it is null or missing.
    func optional(_ name: String) throws(PlanFault) -> String? {
        guard let member = node[name], !member.isNull else { return nil }
        guard let text = member.string else { throw fault("\(name) is no text") }
        return text
    }

    func number(_ name: String) throws(PlanFault) -> Int {
        guard let number = node[name]?.int else { throw fault("\(name) is no whole number") }
        return number
    }

    func optionalNumber(_ name: String) throws(PlanFault) -> Int? {
        guard let member = node[name], !member.isNull else { return nil }
        return try number(name)
    }

    func flag(_ name: String) throws(PlanFault) -> Bool {
        guard let flag = node[name]?.bool else { throw fault("\(name) is neither true nor false") }
        return flag
    }

    func reference(_ name: String) throws(PlanFault) -> Reference {
        let text = try text(name)
        do throws(ReferenceError) { return try Reference(parsing: text) } catch {
            throw fault("\(name) is no reference")
        }
    }

    func object(_ name: String) throws(PlanFault) -> PlanNode {
        guard let member = node[name] else { throw fault("\(name) is missing") }
        return try PlanNode(member, at: field(name))
    }

    func list(_ name: String) throws(PlanFault) -> [PlanNode] {
        var result: [PlanNode] = []
        for (place, element) in try elements(name).enumerated() {
            result.append(try PlanNode(element, at: "\(field(name))[\(place)]"))
        }
        return result
    }

    func texts(_ name: String) throws(PlanFault) -> [String] {
        var result: [String] = []
        for element in try elements(name) {
            guard let text = element.string else { throw fault("\(name) has what is no text") }
            result.append(text)
        }
        return result
    }

    func word<Word: RawRepresentable>(_ name: String) throws(PlanFault) -> Word where Word.RawValue == String {
        guard let word = Word(rawValue: try text(name)) else { throw fault("\(name) is none that this version knows") }
        return word
    }

    func fault(_ what: String) -> PlanFault { PlanFault(place.isEmpty ? what : "\(place): \(what)") }

    private func field(_ name: String) -> String { place.isEmpty ? name : "\(place).\(name)" }

    private func elements(_ name: String) throws(PlanFault) -> JSONChildren {
        guard let list = node[name], list.kind == .array else { throw fault("\(name) is no list") }
        return list.elements
    }
}
