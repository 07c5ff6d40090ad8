import Glibc

/// Where programs are.
enum ProgramPath {
    /// The path of this very binary. The corresponding C function is readlink.
    static func ofThisProcess() -> String? {
        var bytes = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &bytes, bytes.count)
        guard count > 0, count < bytes.count else { return nil }
        return String(decoding: bytes[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// The first program of the name in PATH.
    static func find(_ name: String, in environment: ProcessEnvironment) -> String? {
        (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
            .map { "\($0)/\(name)" }
            .first { access($0, X_OK) == 0 }
    }
}
