import FoundationEssentials

/// The sources of the package as files, found from this file's own place.
struct SourceTree {
    let root: String

    init(thisFile: String = #filePath) {
        root = thisFile.components(separatedBy: "/Tests/ArchitectureTests/")[0]
    }

    /// The folders directly below `Sources`, sorted.
    func modules() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: root + "/Sources").filter { !$0.hasPrefix(".") }.sorted()
    }

    /// The Swift files of a module, relative to the root, sorted.
    func swiftFiles(of module: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: root + "/Sources/" + module)
            .filter { $0.hasSuffix(".swift") }.map { "Sources/\(module)/\($0)" }.sorted()
    }

    /// Every Swift file below `Tests`, relative to the root, sorted.
    func testFiles() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: root + "/Tests")
            .filter { $0.hasSuffix(".swift") }.map { "Tests/" + $0 }.sorted()
    }

    func text(of path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: root + "/" + path)), as: UTF8.self)
    }

    /// The modules that a file imports, submodules cut off.
    func imports(of path: String) throws -> [String] {
        // A text of several lines may quote another language.
        var isQuoted = false
        return try text(of: path).split(separator: "\n").compactMap { line in
            if !line.matches(of: /"""/).count.isMultiple(of: 2) { isQuoted.toggle() }
            guard !isQuoted else { return nil }
            var words = line.split(separator: " ").filter { !$0.hasPrefix("@") }
            if let first = words.first, ["public", "internal", "package", "private", "fileprivate"].contains(first) {
                words.removeFirst()
            }
            guard words.first == "import", words.count > 1 else { return nil }
            let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "let", "var", "typealias"]
            let name = kinds.contains(words[1]) && words.count > 2 ? words[2] : words[1]
            return String(name.split(separator: ".")[0])
        }
    }
}
