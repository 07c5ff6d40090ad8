import StrictJSON

/// What the fake account answers to one request.
struct FakeReply: Sendable {
    var status = 200
    var code: String?
    var body = "{}"
    var headers: [String: String] = [:]

    static func ok(_ members: (inout JSONWriter) -> Void) -> FakeReply {
        var json = JSONWriter()
        json.object { members(&$0) }
        return FakeReply(body: json.text)
    }

    /// An error in the shape that AWS gives it.
    static func error(_ status: Int, _ code: String, _ message: String = "as the API reference says") -> FakeReply {
        var json = JSONWriter()
        json.object {
            $0.member("__type", code)
            $0.member("message", message)
        }
        return FakeReply(status: status, code: code, body: json.text, headers: ["x-amzn-errortype": code])
    }
}
