import SensitiveMemory

/// The hash of a line, written apart from the trail's own code.
enum AuditHashes {
    static func hex(_ line: [UInt8]) -> String {
        SHA256.digest(line).map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }
}
