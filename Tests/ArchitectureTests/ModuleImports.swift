/// Who may import whom: the module table of Package.swift, said a second time and independently, so that
/// a dependency added there does not slip in unseen. docs/architecture.md draws the same house.
enum ModuleImports {
    /// From the bottom of the house to its top.
    static let allowed: [(module: String, imports: Set<String>)] = [
        ("ForeignText", []),
        ("SensitiveMemory", ["CScrub", "COpenSSL"]),
        ("StrictJSON", ["CScrub", "SensitiveMemory"]),
        ("StateFiles", ["CScrub", "SensitiveMemory"]),
        ("Watchers", []),
        (
            "AWSClient",
            [
                "CCurl", "CScrub", "ForeignText", "Logging", "SensitiveMemory", "StrictJSON", "Subprocess",
                // What Subprocess speaks of paths and descriptors in.
                "System", "SystemPackage"
            ]
        ),
        ("AWSServices", ["AWSClient", "SensitiveMemory", "StrictJSON"]),
        ("Inventory", ["ForeignText", "SensitiveMemory", "StrictJSON"]),
        ("AuditTrail", ["CScrub", "ForeignText", "SensitiveMemory", "StateFiles", "StrictJSON"]),
        ("Operations", ["AuditTrail", "ForeignText", "Inventory", "SensitiveMemory", "StateFiles", "StrictJSON"]),
        (
            "AccountAccess",
            [
                "AWSClient", "AWSServices", "ForeignText", "Inventory", "Operations", "SensitiveMemory", "StateFiles",
                "StrictJSON"
            ]
        ),
        ("TerminalCanvas", ["CScrub", "ForeignText"]),
        ("Settings", ["ForeignText", "StateFiles", "TOMLKit", "TerminalCanvas"]),
        ("ConsoleViewModels", ["Collections", "ForeignText", "Inventory", "SensitiveMemory", "TerminalCanvas"]),
        ("ConsoleViews", ["ConsoleViewModels", "ForeignText", "Inventory", "SensitiveMemory", "TerminalCanvas"]),
        ("CursesTerminal", ["CNcurses", "CScrub", "TerminalCanvas"]),
        (
            "Console",
            [
                "AccountAccess", "AuditTrail", "CMainQueue", "ConsoleViewModels", "ConsoleViews", "CursesTerminal",
                "ForeignText", "Inventory", "Operations", "SensitiveMemory", "Settings", "StateFiles",
                "TerminalCanvas", "Watchers"
            ]
        ),
        (
            "curtain",
            [
                "AWSClient", "AccountAccess", "ArgumentParser", "AuditTrail", "CScrub", "CSupervisor", "Console",
                "ConsoleViewModels", "CursesTerminal", "ForeignText", "Inventory", "Logging", "Operations",
                "SensitiveMemory", "Settings", "StateFiles", "StrictJSON", "Subprocess", "TerminalCanvas", "Watchers"
            ]
        )
    ]

    /// What any module may import: the language's own modules.
    static let language: Set<String> = [
        "Dispatch", "FoundationEssentials", "Glibc", "Synchronization", "_Concurrency"
    ]
}
