import SensitiveMemory

/// What kind of text a body is, by its own first bytes and its content type.
enum AnswerForm {
    case empty, json, xml, html, other

    init(_ response: HTTPResponse) {
        let type = (response.headers["content-type"] ?? "").lowercased()
        self = response.body.withUnsafeBytes { bytes in
            guard let first = bytes.firstIndex(where: { $0 > 0x20 }) else { return .empty }
            let start = String(decoding: bytes[first...].prefix(14), as: UTF8.self).lowercased()
            if start.hasPrefix("<!doctype html") || start.hasPrefix("<html") { return .html }
            // The SDKs go by the body, not by its label: a stand-in may call JSON what it likes.
            if start.hasPrefix("{") || start.hasPrefix("[") { return .json }
            if type.contains("text/html") { return .html }
            if start.hasPrefix("<") { return .xml }
            if type.contains("json") { return .json }
            return .other
        }
    }
}
