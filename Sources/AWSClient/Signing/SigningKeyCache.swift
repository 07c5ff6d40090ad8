import CScrub
import SensitiveMemory
import Synchronization

/// The derived keys of the day. Deriving one costs four HMACs, and all requests of a day, region, service
/// and key share it.
final class SigningKeyCache: Sendable {
    struct Scope: Hashable {
        var accessKeyID: String
        var day: String
        var region: String
        var service: String
    }

    private static let limit = 64
    private let keys = Mutex<[Scope: (secret: SecretBytes, derived: SecretBytes)]>([:])

    /// The key for the scope, derived once. A key of the same id whose secret has changed is derived anew.
    func key(for scope: Scope, secret: SecretBytes) throws -> SecretBytes {
        if let known = keys.withLock({ $0[scope] }), known.secret === secret { return known.derived }
        let derived = try Self.derive(scope, secret)
        keys.withLock { keys in
            if keys.count >= Self.limit { keys.removeAll() }
            keys[scope] = (secret, derived)
        }
        return derived
    }

    /// kSigning = HMAC(HMAC(HMAC(HMAC("AWS4" + secret, day), region), service), "aws4_request").
    static func derive(_ scope: Scope, _ secret: SecretBytes) throws -> SecretBytes {
        var key = try SecretBytes(capacity: secret.count + 4) { room in
            room.copyBytes(from: "AWS4".utf8)
            secret.withUnsafeBytes { UnsafeMutableRawBufferPointer(rebasing: room[4...]).copyMemory(from: $0) }
            return secret.count + 4
        }
        for part in [scope.day, scope.region, scope.service, "aws4_request"] {
            key = try SecretBytes(capacity: 32) { room in
                var code = key.withUnsafeBytes { key in
                    var part = part
                    return part.withUTF8 { HMACSHA256.code(key: key, message: UnsafeRawBufferPointer($0)) }
                }
                code.withUnsafeMutableBytes { code in
                    room.copyMemory(from: UnsafeRawBufferPointer(code))
                    if let base = code.baseAddress { cscrub_wipe(base, code.count) }
                }
                return 32
            }
        }
        return key
    }
}
