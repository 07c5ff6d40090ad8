import SensitiveMemory

extension FingerprintKey {
    /// The name of the key's file in the state folder.
    public static let fileName = "fingerprint.key"

    private static let header = Array("curtain fingerprint key 1\n".utf8)
    private static let length = 32

    /// The key of this installation, from `fingerprint.key`; made with 32 random bytes if there is none.
    ///
    /// Of several processes that start at once all get the same key. A damaged file is an error and is
    /// never made anew: every older fingerprint would be worthless.
    public init(in folder: StateFolder) throws(StateFilesError) {
        if let key = try FingerprintKey.read(in: folder) {
            self = key
            return
        }
        _ = try FingerprintKey.make(in: folder)
        guard let key = try FingerprintKey.read(in: folder) else {
            throw StateFilesError("read", folder.path(of: FingerprintKey.fileName), .malformed("it has vanished"))
        }
        self = key
    }

    /// The file is a line that names the format, then the bytes as they are.
    private static func read(in folder: StateFolder) throws(StateFilesError) -> FingerprintKey? {
        guard let file = try folder.open(fileName, for: .reading) else { return nil }
        let status = try file.status()
        guard status.mode & 0o077 == 0 else {
            throw StateFilesError("use", file.path, .unsafe("others may read it; run: chmod 600 \(file.path)"))
        }
        guard status.size == header.count + length,
            try file.bytes(at: 0, count: header.count) == header
        else { throw StateFilesError("read", file.path, .malformed("it is no fingerprint key of format 1")) }
        let bytes = try secret(at: file.path) { room throws(StateFilesError) in
            try file.read(into: room, at: header.count)
        }
        return FingerprintKey(bytes)
    }

    private static func make(in folder: StateFolder) throws(StateFilesError) -> Bool {
        let path = folder.path(of: fileName)
        let contents = try secret(at: path, count: header.count + length) { room in
            room.copyBytes(from: header)
            var random = SystemRandomNumberGenerator()
            for index in header.count..<room.count { room[index] = .random(in: .min ... .max, using: &random) }
            return room.count
        }
        let outcome = contents.withUnsafeBytes { bytes in
            Result { () throws(StateFilesError) in try folder.create(fileName, with: bytes) }
        }
        return try outcome.get()
    }

    private static func secret(
        at path: String, count: Int = length,
        fill: (UnsafeMutableRawBufferPointer) throws(StateFilesError) -> Int
    ) throws(StateFilesError) -> SecretBytes {
        var failure: StateFilesError?
        do {
            let bytes = try SecretBytes(capacity: count) { room in
                do throws(StateFilesError) { return try fill(room) } catch { failure = error }
                return 0
            }
            if let failure { throw failure }
            guard bytes.count == count else {
                throw StateFilesError("read", path, .malformed("it ends too early"))
            }
            return bytes
        } catch let error as StateFilesError {
            throw error
        } catch {
            throw StateFilesError("hold", path, .malformed("no locked memory is left"))
        }
    }
}
