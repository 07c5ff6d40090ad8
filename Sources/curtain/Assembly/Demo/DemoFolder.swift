import Glibc

/// Where the demo's Python files are: beside an installed binary, or in the repository it was built in.
enum DemoFolder {
    static let launcher = "stand_in.py"

    /// The folder; nil if there is none.
    static func find(binary: String, environment: ProcessEnvironment) -> String? {
        candidates(binary: binary, environment: environment)
            .first { access($0 + "/" + launcher, R_OK) == 0 }
    }

    /// Where it is looked for, in this order.
    static func candidates(binary: String, environment: ProcessEnvironment) -> [String] {
        var result = environment["CURTAIN_DEMO_DIR"].map { [$0] } ?? []
        var folders = binary.split(separator: "/").dropLast()
        result.append("/" + folders.dropLast().joined(separator: "/") + "/share/curtain/demo")
        // .build/debug is a link into .build/<triple>/debug.
        for _ in 0..<5 where !folders.isEmpty {
            result.append("/" + folders.joined(separator: "/") + "/demo")
            folders = folders.dropLast()
        }
        return result
    }
}
