import AWSClient
import FoundationEssentials

/// One element inside an answer of the Query protocol, which knows its place there, so that what is missing can be named.
struct QueryAnswer {
    let node: XMLNode
    private let place: String
    private let operation: String
    private let requestID: String

    /// The `…Result` element of the answer to a request.
    init(_ response: AWSResponse, to request: AWSRequest) throws(AWSError) {
        operation = "\(request.service.endpointPrefix):\(request.operation)"
        let root = try response.xml(operation: operation).root
        requestID = response.requestID
        let name = "\(request.operation)Result"
        place = name
        guard let result = root[name] else {
            throw AWSError(
                .malformedAnswer, operation: operation, code: "MalformedAnswer",
                message: "the answer has no \(name); the endpoint may not be AWS", requestID: response.requestID)
        }
        node = result
    }

    private init(_ node: XMLNode, at place: String, in parent: QueryAnswer) {
        self.node = node
        self.place = place
        operation = parent.operation
        requestID = parent.requestID
    }

    func required(_ name: String) throws(AWSError) -> String {
        guard let text = string(name) else { throw malformed("has no \(place).\(name)") }
        return text
    }

    /// nil if it is missing or empty.
    func string(_ name: String) -> String? {
        guard let text = node[name]?.string, !text.isEmpty else { return nil }
        return text
    }

    func date(_ name: String) -> Date? { string(name).flatMap(AnswerTime.date) }

    func object(_ name: String) -> QueryAnswer? {
        node[name].map { QueryAnswer($0, at: "\(place).\(name)", in: self) }
    }

    /// The members of a list; empty if there is none.
    func objects(_ name: String) -> [QueryAnswer] {
        guard let list = node[name] else { return [] }
        return list.elements().enumerated().map {
            QueryAnswer($0.element, at: "\(place).\(name)[\($0.offset)]", in: self)
        }
    }

    func strings(_ name: String) -> [String] { node[name]?.elements().map(\.string) ?? [] }

    /// A list of `Key` and `Value`.
    func tags(_ name: String) -> [String: String] {
        var tags: [String: String] = [:]
        for tag in objects(name) { if let key = tag.string("Key") { tags[key] = tag.string("Value") ?? "" } }
        return tags
    }

    /// A policy document: IAM gives them percent-encoded.
    func document(_ name: String) throws(AWSError) -> String {
        let text = try required(name)
        guard let decoded = PercentEncoding.decode(text) else {
            throw malformed("has a \(place).\(name) that is not UTF-8")
        }
        return decoded
    }

    func malformed(_ what: String) -> AWSError {
        AWSError(
            .malformedAnswer, operation: operation, code: "MalformedAnswer",
            message: "the answer \(what); a proxy may be in between, or the endpoint is not AWS", requestID: requestID)
    }
}
