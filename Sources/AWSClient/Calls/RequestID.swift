/// The request's id in the answer's headers, under whichever name the service gives it.
enum RequestID {
    static func of(_ headers: [String: String]) -> String {
        for name in ["x-amzn-requestid", "x-amzn-request-id", "x-amz-request-id"] {
            if let id = headers[name], !id.isEmpty { return id }
        }
        return ""
    }
}
