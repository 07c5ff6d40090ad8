import SensitiveMemory
import StrictJSON

/// What an answer of status 300 or more says: AWS's code, message and request id, in whichever of the
/// protocols' error shapes it comes.
struct ErrorAnswer: Equatable {
    var code = ""
    var message = ""
    var requestID = ""

    init(_ response: HTTPResponse) {
        requestID = RequestID.of(response.headers)
        /// OAuth's word beside a code of AWS's: what signin answers.
        var reason = ""
        let form = AnswerForm(response)
        switch form {
        case .json:
            if let document = try? JSONDocument(parsing: response.body) {
                readJSON(document.root)
                reason = document.root["error"]?.string ?? ""
            }
        case .xml:
            if let document = try? XMLDocument(parsing: response.body) { readXML(document.root) }
        case .html:
            message = "the answer is an HTML page, which AWS does not send: a proxy or a portal is in between"
        case .empty, .other:
            break
        }
        if let header = response.headers["x-amzn-errortype"], !header.isEmpty { code = Self.plain(header) }
        if let query = response.headers["x-amzn-query-error"], let own = query.split(separator: ";").first {
            code = String(own)
        }
        if code.isEmpty, form != .json, form != .xml { code = String(response.status) }
        if message.isEmpty { message = response.headers["x-amzn-error-message"] ?? "" }
        if !reason.isEmpty, reason != code { message = "\(reason): \(message)" }
    }

    private mutating func readJSON(_ root: JSONNode) {
        let inner = root["Error"].flatMap { $0.kind == .object ? $0 : nil } ?? root
        code = Self.plain(Self.text(inner, ["__type", "code", "Code"]) ?? "")
        message = Self.text(inner, ["message", "Message", "errorMessage", "error_description"]) ?? ""
        // OAuth's form, which sso-oidc uses: {"error": "authorization_pending", …}.
        if code.isEmpty, let error = root["error"]?.string { code = error }
    }

    private mutating func readXML(_ root: XMLNode) {
        let error = root.name == "Error" ? root : root["Error"] ?? root["Errors"]?["Error"] ?? root
        code = error["Code"]?.string ?? ""
        message = error["Message"]?.string ?? ""
        if requestID.isEmpty {
            for node in [root, error] {
                for name in ["RequestId", "RequestID"] where requestID.isEmpty {
                    requestID = node[name]?.string ?? ""
                }
            }
        }
    }

    private static func text(_ node: JSONNode, _ names: [String]) -> String? {
        for name in names {
            if let text = node[name]?.string, !text.isEmpty { return text }
            if let number = node[name]?.int { return String(number) }
        }
        return nil
    }

    /// `com.amazonaws.x#FooException:http://…` is `FooException`.
    static func plain(_ code: String) -> String {
        let head = code.prefix { $0 != ":" && $0 != "," }
        return String(head.split(separator: "#", omittingEmptySubsequences: false).last ?? head)
    }
}
