/// What a function is written in, for the snippet that shows how it reads its secret.
public enum CodeLanguage: String, CaseIterable, Sendable {
    case python, node, java, go, dotnet

    /// By Lambda's runtime; what brings its own runtime is most often Go.
    public init(runtime: String) {
        self =
            if runtime.hasPrefix("python") { .python } else if runtime.hasPrefix("nodejs") {
                .node
            } else if runtime.hasPrefix("java") { .java } else if runtime.hasPrefix("dotnet") { .dotnet } else { .go }
    }
}
