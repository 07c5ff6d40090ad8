/// Code that reads a variable.
struct EnvironmentSnippet {
    let variable: String

    func text(_ language: CodeLanguage) -> String {
        switch language {
        case .python: "from os import environ\nvalue = environ[\"\(variable)\"]"
        case .node: "const value = process.env.\(variable);"
        case .java: "String value = System.getenv(\"\(variable)\");"
        case .go: "value := os.Getenv(\"\(variable)\")"
        case .dotnet: "string? value = Environment.GetEnvironmentVariable(\"\(variable)\");"
        }
    }
}
