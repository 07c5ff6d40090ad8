import Glibc
import SensitiveMemory

/// The environment variables that the client reads. A blank variable counts as unset; the two that are
/// credentials are kept in `SecretBytes`.
public struct AWSEnvironment: Sendable {
    /// The variables whose values are credentials.
    static let secretNames: Set<String> = [
        "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_CONTAINER_AUTHORIZATION_TOKEN"
    ]

    private var texts: [String: String] = [:]
    private var secrets: [String: SecretBytes] = [:]
    /// Credentials that are set but found no locked memory.
    private var unheld: Set<String> = []

    /// Variables given by a test or a caller.
    public init(_ variables: [String: String]) {
        for (name, value) in variables {
            var value = value
            value.withUTF8 { take(name, UnsafeRawBufferPointer($0)) }
        }
    }

    /// The variables of this process.
    public static func ofProcess() -> AWSEnvironment {
        var result = AWSEnvironment([:])
        var cursor = environ
        while let entry = cursor.pointee {
            let bytes = UnsafeRawBufferPointer(start: entry, count: strlen(entry))
            if let equals = bytes.firstIndex(of: UInt8(ascii: "=")) {
                let name = String(decoding: bytes[..<equals], as: UTF8.self)
                result.take(name, UnsafeRawBufferPointer(rebasing: bytes[(equals + 1)...]))
            }
            cursor += 1
        }
        return result
    }

    /// The variable's text; nil if it is unset, blank or a credential.
    public subscript(name: String) -> String? { texts[name] }

    /// A variable that is a credential; nil if it is unset or blank. Throws `NoLockedMemory` where it is set and there
    /// was no room for it.
    func secret(_ name: String) throws(AWSError) -> SecretBytes? {
        guard !unheld.contains(name) else { throw CredentialMemory.exhausted }
        return secrets[name]
    }

    /// Whether the variable says yes, as botocore reads it: `true` in any case.
    func flag(_ name: String) -> Bool? { texts[name].map { $0.lowercased() == "true" } }

    /// The variables whose names begin so, by the rest of their names.
    func suffixes(after prefix: String) -> [String: String] {
        var result: [String: String] = [:]
        for (name, value) in texts where name.hasPrefix(prefix) { result[String(name.dropFirst(prefix.count))] = value }
        return result
    }

    private mutating func take(_ name: String, _ value: UnsafeRawBufferPointer) {
        let isBlank = value.allSatisfy { $0 == 0x20 || ($0 >= 0x09 && $0 <= 0x0D) }
        guard !isBlank else { return }
        if Self.secretNames.contains(name) {
            do {
                secrets[name] = try SecretBytes(copying: value)
            } catch {
                unheld.insert(name)
            }
        } else {
            texts[name] = String(decoding: value, as: UTF8.self)
        }
    }
}
