import StrictJSON

extension FunctionLane.Change {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("name", variable)
            switch content {
            case .value(let pointer): json.member("pointer", pointer)
            case .text(let text):
                json.member("content", "text")
                json.member("text", text)
            case .ciphertext(let key, let pointer):
                json.member("content", "ciphertext")
                json.member("key", key)
                json.member("pointer", pointer)
            case .reEncrypted(let key):
                json.member("content", "reEncrypted")
                json.member("key", key)
            case .removed: json.member("content", "removed")
            }
            if isNew { json.member("new", true) }
        }
    }

    init(_ node: PlanNode) throws(PlanFault) {
        let content: Content
        switch try node.optional("content") {
        case nil: content = .value(pointer: try node.optional("pointer"))
        case "text": content = .text(try node.text("text"))
        case "ciphertext":
            content = .ciphertext(key: try node.text("key"), pointer: try node.optional("pointer"))
        case "reEncrypted": content = .reEncrypted(key: try node.text("key"))
        case "removed": content = .removed
        default: throw node.fault("content is none that this version knows")
        }
        self.init(
            variable: try node.text("name"), content, isNew: node.has("new") ? try node.flag("new") : false)
    }
}
