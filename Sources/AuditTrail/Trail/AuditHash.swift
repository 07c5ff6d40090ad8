import SensitiveMemory

/// The hash that ties a line to the next: lower-case hexadecimal SHA-256 of the line without its newline.
enum AuditHash {
    static func hex(_ line: [UInt8]) -> String { hex(ofDigest: SHA256.digest(line)) }

    static func hex(ofDigest digest: [UInt8]) -> String {
        String(unsafeUninitializedCapacity: digest.count * 2) { room in
            for (index, byte) in digest.enumerated() {
                room[index * 2] = digit(byte >> 4)
                room[index * 2 + 1] = digit(byte & 15)
            }
            return digest.count * 2
        }
    }

    static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
}
