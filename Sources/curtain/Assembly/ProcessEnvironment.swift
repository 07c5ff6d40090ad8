import Glibc

/// The environment, a variable at a time: the rest of it, which may hold credentials, is never copied.
struct ProcessEnvironment: Sendable {
    private let lookUp: @Sendable (String) -> String?

    /// The environment of this process. The corresponding C function is getenv.
    static let ofProcess = ProcessEnvironment { name in getenv(name).map { String(cString: $0) } }

    init(_ lookUp: @escaping @Sendable (String) -> String?) { self.lookUp = lookUp }

    /// A variable; nil if it is unset or empty.
    subscript(name: String) -> String? { lookUp(name).flatMap { $0.isEmpty ? nil : $0 } }

    /// Some variables by their names.
    func values(of names: [String]) -> [String: String] {
        var result: [String: String] = [:]
        for name in names { result[name] = self[name] }
        return result
    }

    /// Whether a variable that switches a mode on does so: `1`, `true`, `yes`, `on`.
    func isOn(_ name: String) -> Bool {
        ["1", "true", "yes", "on"].contains(self[name]?.lowercased() ?? "")
    }
}
