/// The paths by which a parameter can be reached.
enum ParameterPath {
    /// `/a/b`, `/a/b/`, `/a`, `/a/`, `/` for `/a/b/c`: the nearest first, each as a caller may write it.
    static func above(_ name: String) -> [String] {
        var paths: [String] = []
        var rest = name[...]
        while let slash = rest.lastIndex(of: "/") {
            rest = rest[..<slash]
            if !rest.isEmpty { paths.append(String(rest)) }
            paths.append(String(rest) + "/")
        }
        return paths
    }
}
