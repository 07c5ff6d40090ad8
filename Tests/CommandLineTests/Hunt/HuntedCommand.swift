import ArgumentParser

@testable import curtain

/// What is run of each command: every command of the tree has at least one line, those of tomorrow too.
enum HuntedCommand {
    /// Every line to run, without `reveal`, whose business it is to print a value.
    static var lines: [[String]] {
        leaves(CurtainCommand.self, path: []).flatMap { path in
            known[path.joined(separator: " ")] ?? usual.map { path + $0 }
        }
    }

    /// For a command that nobody has described here: what most commands take.
    private static let usual: [[String]] = [
        [], ["fn:pay"], ["secret:prod/db", "--note", "a hunt"], ["env:pay/DB_PASSWORD", "--note", "a hunt"],
        ["param:/prod/db"], ["-o", "json"]
    ]

    private static let note = ["--note", "a hunt for canaries"]

    private static let known: [String: [[String]]] = [
        "reveal": [],
        // Needs Python, and starts the console.
        "demo": [],
        "list": ["functions", "parameters", "secrets", "keys"].flatMap { kind in
            [["list", kind, "-o", "json", "-v"], ["list", kind], ["list", kind, "-o", "csv", "--share"]]
        } + [["list", "functions", "parameters", "secrets", "keys", "--detail", "-o", "jsonl"]],
        "show": ["fn:pay", "env:pay/DB_PASSWORD", "param:/prod/db", "secret:prod/db", "key:alias/orders"].flatMap {
            ref in
            [["show", ref, "-v"], ["show", ref, "-o", "json"]]
        },
        "compare": [
            ["compare", "secret:prod/db#/user", "secret:prod/db#/password", "-v"] + note,
            ["compare", "env:pay/DB_PASSWORD", "param:/prod/db", "-o", "json"] + note,
            ["compare", "secret:prod/db#/nothing", "param:/prod/db"] + note
        ],
        "copy": [["copy", "secret:prod/db"] + note],
        "purge": [["purge"]]
    ]

    private static func leaves(_ command: any ParsableCommand.Type, path: [String]) -> [[String]] {
        let children = command.configuration.subcommands
        guard !children.isEmpty else { return [path] }
        return children.flatMap { child in
            leaves(child, path: path + [child.configuration.commandName ?? child._commandName])
        }
    }
}
