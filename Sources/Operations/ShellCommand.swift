/// A call of the AWS CLI, quoted for a POSIX shell.
enum ShellCommand {
    /// - Parameter options: names without dashes; those without a value are left out.
    static func aws(_ command: String, _ options: [(name: String, value: String?)]) -> String {
        "aws " + command
            + options.compactMap { option in option.value.map { " --\(option.name) \(quoted($0))" } }.joined()
    }

    static func quoted(_ text: String) -> String {
        let isPlain =
            !text.isEmpty
            && text.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                    || "-_./:@=+,".utf8.contains(byte)
            }
        return isPlain ? text : "'" + text.replacing("'", with: "'\\''") + "'"
    }
}
