import SensitiveMemory

/// The secret that this installation shares with a person's authenticator: `mfa.key` in the state folder, mode 0600.
public enum SecondFactorKey {
    public static let fileName = "mfa.key"
    /// RFC 4226 recommends 160 bits.
    public static let length = 20

    /// The secret; nil if none was set up. One that others may read, or of another length, is refused.
    public static func read(in folder: StateFolder) throws(StateFilesError) -> SecretBytes? {
        guard let file = try folder.open(fileName, for: .reading) else { return nil }
        let status = try file.status()
        guard status.mode & 0o077 == 0 else {
            throw StateFilesError("use", file.path, .unsafe("others may read it; run: chmod 600 \(file.path)"))
        }
        guard status.size == length else {
            throw StateFilesError("read", file.path, .malformed("it is no secret of \(length) bytes"))
        }
        do {
            return try SecretBytes(capacity: length) { room in try file.read(into: room, at: 0) }
        } catch let error as StateFilesError {
            throw error
        } catch {
            throw StateFilesError("hold", file.path, .malformed("no locked memory is left"))
        }
    }

    /// Makes a new one unless there is one; whether it did.
    public static func make(in folder: StateFolder) throws(StateFilesError) -> Bool {
        let secret: SecretBytes
        do { secret = try SecretBytes.random(count: length) } catch {
            throw StateFilesError("make", folder.path(of: fileName), .malformed("no random bytes or locked memory"))
        }
        return try secret.withUnsafeBytes { bytes in
            Result { () throws(StateFilesError) in try folder.create(fileName, with: bytes) }
        }.get()
    }

    /// Writes the secret in base32 (RFC 4648), as authenticators take it: 32 letters.
    public static func base32(_ secret: SecretBytes) -> WipedBuffer {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
        let result = WipedBuffer(capacity: 64)
        secret.withUnsafeBytes { bytes in
            var bits = 0
            var held = 0
            for byte in bytes {
                bits = (bits << 8 | Int(byte)) & 0xFFFF
                held += 8
                while held >= 5 {
                    held -= 5
                    withUnsafeBytes(of: alphabet[bits >> held & 31]) { result.append($0) }
                }
            }
            if held > 0 { withUnsafeBytes(of: alphabet[bits << (5 - held) & 31]) { result.append($0) } }
        }
        return result
    }
}
