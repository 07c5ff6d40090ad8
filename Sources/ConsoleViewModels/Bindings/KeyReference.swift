/// docs/keys.md, generated from the two tables.
public enum KeyReference {
    /// The whole page.
    public static var markdown: String {
        var page = """
            # Keys and commands

            Generated from the key table and the command table; `CURTAIN_WRITE_DOCS=1 swift test --filter KeyReference`
            writes it anew. `?` in the console shows the keys that apply where you are.

            """
        for group in KeyBinding.Group.allCases {
            page += "\n## \(group.rawValue)\n\n| keys | does | in keys.toml |\n|---|---|---|\n"
            for binding in KeyBinding.table where binding.group == group {
                let keys = binding.keys.map { "`\($0.label)`" }.joined(separator: " ")
                page += "| \(keys) | \(escaped(binding.help)) | `\(binding.action.rawValue)` |\n"
            }
        }
        page += "\n## Commands after `:`\n\n| command | also | does |\n|---|---|---|\n"
        for command in Command.table {
            let name = ([command.name, command.argument.shape].filter { !$0.isEmpty }).joined(separator: " ")
            let aliases = command.aliases.map { "`\($0)`" }.joined(separator: " ")
            page += "| `\(escaped(name))` | \(aliases) | \(escaped(command.help)) |\n"
        }
        return page
    }

    private static func escaped(_ text: String) -> String {
        String(text.flatMap { $0 == "|" ? ["\\", "|"] : [$0] })
    }
}
