// swift-tools-version: 6.2
import PackageDescription

// One line a module: its name and the modules it may import. The list runs from the bottom of the
// house to the top; a module may use those above it in this list, never those below. The same rule
// is held against the `import` lines of the sources by ArchitectureTests.

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let collections: Target.Dependency = .product(name: "Collections", package: "swift-collections")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let subprocess: Target.Dependency = .product(name: "Subprocess", package: "swift-subprocess")
let toml: Target.Dependency = .product(name: "TOMLKit", package: "TOMLKit")

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility")
]

// A release holds 2 MB less memory at its start without a table of symbols for others to link to and with relative
// relocations packed, and what the loader has resolved is read-only from then on. Only ld.bfd can do all of it. The
// C++ runtime is linked in, by the script in Linking (Swift's own link arguments ask for the shared one).
let compact: [LinkerSetting] = [
    .unsafeFlags(
        ["-use-ld=bfd", "-L\(Context.packageDirectory)/Linking", "-Xclang-linker", "-static-libgcc"]
            + ["--no-export-dynamic", "--as-needed", "-z", "pack-relative-relocs", "-z", "relro", "-z", "now"]
            .flatMap { ["-Xlinker", $0] },
        .when(configuration: .release))
]

func module(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

let package = Package(
    name: "curtain",
    products: [.executable(name: "curtain", targets: ["curtain"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0")
    ],
    targets: [
        .systemLibrary(name: "CNcurses"),
        .systemLibrary(name: "CCurl"),
        .systemLibrary(name: "COpenSSL"),
        .systemLibrary(name: "CMainQueue"),
        .target(name: "CScrub"),
        .target(name: "CSupervisor"),
        module("ForeignText", []),
        module("SensitiveMemory", ["CScrub", "COpenSSL"]),
        module("StrictJSON", ["CScrub", "SensitiveMemory"]),
        module("StateFiles", ["SensitiveMemory"]),
        module("Watchers", []),
        module("AWSClient", ["CCurl", "CScrub", "ForeignText", "SensitiveMemory", "StrictJSON", logging, subprocess]),
        module("AWSServices", ["AWSClient", "SensitiveMemory", "StrictJSON"]),
        module("Inventory", ["ForeignText", "SensitiveMemory", "StrictJSON"]),
        module("AuditTrail", ["ForeignText", "SensitiveMemory", "StateFiles", "StrictJSON"]),
        module("Operations", ["AuditTrail", "ForeignText", "Inventory", "SensitiveMemory", "StateFiles", "StrictJSON"]),
        module(
            "AccountAccess",
            [
                "AWSClient", "AWSServices", "ForeignText", "Inventory", "Operations", "SensitiveMemory", "StateFiles",
                "StrictJSON"
            ]),
        module("TerminalCanvas", ["CScrub", "ForeignText"]),
        module("Settings", ["ForeignText", "StateFiles", "TerminalCanvas", toml]),
        module("ConsoleViewModels", ["ForeignText", "Inventory", "SensitiveMemory", "TerminalCanvas"]),
        module("ConsoleViews", ["ConsoleViewModels", "ForeignText", "Inventory", "SensitiveMemory", "TerminalCanvas"]),
        module("CursesTerminal", ["CNcurses", "CScrub", "TerminalCanvas"]),
        module(
            "Console",
            [
                "AccountAccess", "AuditTrail", "CMainQueue", "ConsoleViewModels", "ConsoleViews", "CursesTerminal",
                "ForeignText", "Inventory", "Operations", "SensitiveMemory", "Settings", "StateFiles", "TerminalCanvas",
                "Watchers"
            ]),
        .executableTarget(
            name: "curtain",
            dependencies: [
                "AWSClient", "AccountAccess", "AuditTrail", "CScrub", "CSupervisor", "Console", "ConsoleViewModels",
                "CursesTerminal",
                "ForeignText", "Inventory", "Operations", "SensitiveMemory", "Settings", "StateFiles", "StrictJSON",
                "TerminalCanvas", "Watchers", argumentParser, logging, subprocess
            ],
            swiftSettings: strict, linkerSettings: compact),
        .target(name: "Emulator", path: "Tests/Emulator", swiftSettings: strict),
        .target(name: "RandomSource", path: "Tests/RandomSource", swiftSettings: strict),
        .executableTarget(
            name: "AuditProbe", dependencies: ["AuditTrail", "StateFiles"], path: "Tests/AuditProbe",
            swiftSettings: strict),
        .executableTarget(
            name: "GraphProbe", dependencies: ["Inventory", "SensitiveMemory"], path: "Tests/GraphProbe",
            swiftSettings: strict),
        .executableTarget(
            name: "ScanProbe", dependencies: ["Inventory", "SensitiveMemory"], path: "Tests/ScanProbe",
            swiftSettings: strict),
        .executableTarget(
            name: "SupervisorProbe", dependencies: ["CScrub", "CSupervisor"], path: "Tests/SupervisorProbe"),
        .target(name: "TerminalDriver", path: "Tests/TerminalDriver", swiftSettings: strict),
        .executableTarget(
            name: "ConsoleProbe", dependencies: ["ConsoleViewModels", "ConsoleViews", "Inventory", "TerminalCanvas"],
            path: "Tests/ConsoleProbe", swiftSettings: strict),
        .executableTarget(
            name: "TerminalProbe", dependencies: ["CursesTerminal", "TerminalCanvas"], path: "Tests/TerminalProbe",
            swiftSettings: strict),
        .executableTarget(
            name: "WatcherProbe", dependencies: ["Watchers"], path: "Tests/WatcherProbe", swiftSettings: strict),
        tests("ArchitectureTests", []),
        tests("CSupervisorTests", ["TerminalDriver"]),
        tests("ForeignTextTests", ["ForeignText"]),
        tests(
            "FuzzTests",
            [
                "AWSClient", "AWSServices", "AuditTrail", "Inventory", "RandomSource", "SensitiveMemory", "Settings",
                "StateFiles", "StrictJSON"
            ]),
        tests("SensitiveMemoryTests", ["CScrub", "RandomSource", "SensitiveMemory"]),
        tests("StrictJSONTests", ["StrictJSON", "SensitiveMemory"]),
        tests("AWSClientTests", ["AWSClient", "SensitiveMemory", "StrictJSON", subprocess]),
        tests("AWSServicesTests", ["AWSServices", "AWSClient", "SensitiveMemory"]),
        tests("InventoryTests", ["Inventory", "RandomSource", "SensitiveMemory"]),
        tests("StateFilesTests", ["StateFiles", "SensitiveMemory"]),
        tests("WatchersTests", ["TerminalDriver", "WatcherProbe", "Watchers"]),
        tests("AuditTrailTests", ["AuditProbe", "AuditTrail", "SensitiveMemory", "StateFiles"]),
        tests(
            "OperationsTests", ["AuditTrail", "Inventory", "Operations", "SensitiveMemory", "StateFiles", "StrictJSON"]),
        tests(
            "AccountAccessTests",
            [
                "AWSClient", "AccountAccess", "Inventory", "Operations", "RandomSource", "SensitiveMemory",
                "StateFiles",
                "StrictJSON"
            ]),
        tests(
            "RotationTests",
            [
                "AWSClient", "AccountAccess", "AuditTrail", "Inventory", "Operations", "RandomSource",
                "SensitiveMemory",
                "StateFiles", "StrictJSON"
            ]),
        tests("TerminalCanvasTests", ["TerminalCanvas"]),
        tests(
            "ConsoleViewModelsTests", ["ConsoleViewModels", "Inventory", "SensitiveMemory", "TerminalCanvas"]),
        tests(
            "ConsoleViewsTests",
            ["ConsoleViewModels", "ConsoleViews", "Inventory", "SensitiveMemory", "TerminalCanvas"]),
        tests(
            "ConsoleFlowTests",
            ["ConsoleViewModels", "ConsoleViews", "Inventory", "RandomSource", "SensitiveMemory", "TerminalCanvas"]),
        tests("CursesTerminalTests", ["CScrub", "CursesTerminal", "TerminalCanvas", "TerminalDriver", "TerminalProbe"]),
        tests(
            "ConsoleTests",
            [
                "AccountAccess", "AuditTrail", "Console", "ConsoleViewModels", "Inventory", "Operations",
                "SensitiveMemory", "StateFiles"
            ]),
        tests("SettingsTests", ["Settings", "StateFiles", "TerminalCanvas"]),
        tests(
            "CommandLineTests",
            [
                "AWSClient", "Emulator", "Inventory", "Operations", "SensitiveMemory", "StrictJSON", "TerminalDriver",
                "curtain", argumentParser
            ])
    ]
)
