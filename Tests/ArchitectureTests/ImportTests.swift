import Testing

@Suite("Who imports whom")
struct ImportTests {
    private let tree = SourceTree()

    @Test("every module is in the table, and the table names no module that is gone")
    func tableIsComplete() throws {
        let swiftModules = try tree.modules().filter { try !tree.swiftFiles(of: $0).isEmpty }
        #expect(Set(swiftModules) == Set(ModuleImports.allowed.map(\.module)))
    }

    @Test("a file imports its module's neighbours only", arguments: ModuleImports.allowed.map(\.module))
    func neighbours(module: String) throws {
        let allowed = try #require(ModuleImports.allowed.first { $0.module == module }).imports
        for file in try tree.swiftFiles(of: module) {
            let foreign = try tree.imports(of: file).filter {
                !allowed.contains($0) && !ModuleImports.language.contains($0)
            }
            #expect(foreign.isEmpty, "\(file) imports \(foreign.joined(separator: ", "))")
        }
    }

    @Test("nobody imports a module that stands below it")
    func downwardsOnly() {
        var above: Set<String> = []
        let ours = Set(ModuleImports.allowed.map(\.module))
        for (module, imports) in ModuleImports.allowed {
            #expect(imports.intersection(ours).isSubset(of: above), "\(module)")
            above.insert(module)
        }
    }

    @Test(
        "each C library has one importer",
        arguments: [
            ("CNcurses", "CursesTerminal"), ("CCurl", "AWSClient"), ("COpenSSL", "SensitiveMemory")
        ])
    func oneImporter(library: String, importer: String) {
        #expect(ModuleImports.allowed.filter { $0.imports.contains(library) }.map(\.module) == [importer])
    }
}
