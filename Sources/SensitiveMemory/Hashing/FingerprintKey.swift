/// The key under which this installation's fingerprints are made. Lives in the state folder, mode 0600.
public struct FingerprintKey: Sendable {
    private let key: SecretBytes
    private let engine: HMACSHA256Engine?

    /// 32 random bytes, as read from the state folder or freshly made.
    public init(_ key: SecretBytes) {
        self.key = key
        engine = key.withUnsafeBytes { HMACSHA256Engine(key: $0) }
    }

    /// The fingerprint of a value.
    public func fingerprint(of value: UnsafeRawBufferPointer) -> Fingerprint {
        if let bits = engine?.prefix(of: value) { return Fingerprint(bits: bits) }
        let code = key.withUnsafeBytes { HMACSHA256.code(key: $0, message: value) }
        return Fingerprint(bits: code.prefix(8).reduce(0) { $0 << 8 | UInt64($1) })
    }

    /// The fingerprint of a name that is no secret (an ARN, a parameter's path), to be looked up among values.
    public func fingerprint(ofName name: String) -> Fingerprint {
        var name = name
        return name.withUTF8 { fingerprint(of: UnsafeRawBufferPointer($0)) }
    }
}
