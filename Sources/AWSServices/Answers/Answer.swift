import AWSClient
import FoundationEssentials
import StrictJSON

/// One object inside an answer, which knows its place there, so that what is missing can be named.
struct Answer {
    let node: JSONNode
    /// `Functions[3].Environment`; empty for the outermost.
    let place: String
    let operation: String
    let requestID: String

    /// The outermost object of the answer to a request.
    init(_ response: AWSResponse, to request: AWSRequest) throws(AWSError) {
        operation = "\(request.service.endpointPrefix):\(request.operation)"
        requestID = response.requestID
        place = ""
        node = try response.json(operation: operation).root
        guard node.kind == .object else { throw malformed("is no JSON object") }
    }

    private init(_ node: JSONNode, at place: String, in parent: Answer) {
        self.node = node
        self.place = place
        operation = parent.operation
        requestID = parent.requestID
    }

    /// A string that the API reference always gives.
    func required(_ name: String) throws(AWSError) -> String {
        guard let text = string(name) else { throw malformed("has no \(field(name))") }
        return text
    }

    /// A string; nil if it is missing or none, and if it is empty, which AWS uses for "not set".
    func string(_ name: String) -> String? {
        guard let text = node[name]?.string, !text.isEmpty else { return nil }
        return text
    }

    func int(_ name: String) -> Int? { node[name]?.int }

    func bool(_ name: String) -> Bool? { node[name]?.bool }

    /// A time in the form of the JSON protocols, seconds since 1970 as a number, or RFC 3339 as text.
    func date(_ name: String) -> Date? {
        guard let node = node[name] else { return nil }
        if let seconds = node.double { return Date(timeIntervalSince1970: seconds) }
        return node.string.flatMap(AnswerTime.date)
    }

    func object(_ name: String) -> Answer? {
        guard let inner = node[name], inner.kind == .object else { return nil }
        return Answer(inner, at: field(name), in: self)
    }

    func requiredObject(_ name: String) throws(AWSError) -> Answer {
        guard let inner = object(name) else { throw malformed("has no \(field(name))") }
        return inner
    }

    /// The objects of a list; empty if there is none.
    func objects(_ name: String) -> [Answer] {
        guard let list = node[name] else { return [] }
        return list.elements.enumerated().map { Answer($0.element, at: "\(field(name))[\($0.offset)]", in: self) }
    }

    /// The objects of a list that the API reference always gives: an answer without it comes from something else.
    func requiredObjects(_ name: String) throws(AWSError) -> [Answer] {
        guard node[name]?.kind == .array else { throw malformed("has no \(field(name))") }
        return objects(name)
    }

    func strings(_ name: String) -> [String] { node[name]?.elements.compactMap(\.string) ?? [] }

    /// An object whose members are strings.
    func map(_ name: String) -> [String: String] {
        guard let members = node[name]?.members else { return [:] }
        var result: [String: String] = [:]
        for (key, value) in members {
            if let key = key.string, let value = value.string { result[key] = value }
        }
        return result
    }

    /// A list of tags; nil if the answer has none of that name.
    func tags(_ name: String, key: String = "Key", value: String = "Value") -> [String: String]? {
        guard node[name]?.kind == .array else { return nil }
        var result: [String: String] = [:]
        for tag in objects(name) {
            if let name = tag.node[key]?.string { result[name] = tag.node[value]?.string ?? "" }
        }
        return result
    }

    func field(_ name: String) -> String { place.isEmpty ? name : "\(place).\(name)" }

    func malformed(_ what: String) -> AWSError {
        AWSError(
            .malformedAnswer, operation: operation, code: "MalformedAnswer",
            message: "the answer \(what); a proxy may be in between, or the endpoint is not AWS", requestID: requestID)
    }
}
