import StrictJSON

extension JSONWriter {
    /// Tags as most services take them: a list of keys and values.
    mutating func tags(_ tags: [String: String]) {
        array { json in
            for (key, value) in tags.sorted(by: { $0.key < $1.key }) {
                json.object {
                    $0.member("Key", key)
                    $0.member("Value", value)
                }
            }
        }
    }

    mutating func names(_ names: [String]) {
        array { json in for name in names { json.string(name) } }
    }
}
