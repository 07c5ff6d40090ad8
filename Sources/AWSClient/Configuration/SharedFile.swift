import SensitiveMemory

/// One parsed `~/.aws/config` or `~/.aws/credentials`: sections with their properties, in file order.
struct SharedFile: Sendable {
    /// What stands behind a property's `=`.
    enum Value: Sendable {
        case text(String)
        /// An indented block of `name = value` lines.
        case nested([String: String])
        /// `aws_secret_access_key` and its like.
        case secret(SecretBytes)
    }

    struct Property: Sendable {
        var value: Value
        /// The line it begins on, from 1.
        var line: Int
    }

    struct Section: Sendable {
        /// What stands between the brackets, without spaces around it.
        var name: String
        var line: Int
        /// Names in lower case.
        var properties: [String: Property]
    }

    /// The file's name as a person knows it.
    var path: String
    var sections: [Section]
}
