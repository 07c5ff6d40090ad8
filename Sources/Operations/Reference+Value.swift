import Inventory
import StrictJSON

extension Reference {
    /// Whether there is a value behind it that can be read.
    var namesValue: Bool {
        switch self {
        case .variable, .parameter, .secret: true
        case .function, .key, .role, .user, .accessKey, .alias, .eventSourceMapping, .functionURL, .stack: false
        }
    }

    /// Throws `usage` if no value can stand behind it, or if its pointer is none.
    public func requireValue() throws(OperationFailure) {
        guard namesValue else { throw OperationFailure(.usage, "\(self) names nothing that has a value") }
        guard let pointer else { return }
        do throws(JSONPointer.Invalid) { _ = try JSONPointer(pointer) } catch {
            throw OperationFailure(.usage, "\(pointer) is no JSON pointer (RFC 6901): it begins with a slash")
        }
    }

    /// What must be fetched to read it: a secret without the pointer.
    var wholeValue: Reference {
        switch self {
        case .secret(let name, let version, _): .secret(name: name, version: version)
        case .variable, .parameter, .function, .key, .role, .user, .accessKey, .alias, .eventSourceMapping,
            .functionURL, .stack:
            self
        }
    }

    /// The way to the field, as it was given.
    public var pointer: String? {
        switch self {
        case .secret(_, _, let pointer): pointer
        case .variable, .parameter, .function, .key, .role, .user, .accessKey, .alias, .eventSourceMapping,
            .functionURL, .stack:
            nil
        }
    }
}
