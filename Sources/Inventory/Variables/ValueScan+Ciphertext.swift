extension ValueScan {
    /// Base64 of a KMS ciphertext: it begins with the bytes 01 02 02 00 78 (or 01 01 02 00 78 from older keys) and
    /// is some 150 bytes long at least. The AWS stand-ins begin theirs with the key's id.
    var isKMSCiphertext: Bool {
        guard count >= 92, isBase64 else { return false }
        return starts("AQICAH") || starts("AQECAH") || beginsWithKeyID
    }

    /// The key's id that a ciphertext of the AWS stand-ins begins with, for the length of the closure.
    func withKeyID<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result? {
        guard count >= 92, isBase64, beginsWithKeyID else { return nil }
        var id = [UInt8]()
        for group in 0..<12 {
            let bits = (0..<4).reduce(0) { $0 << 6 | (Self.sextet(bytes[group * 4 + $1]) ?? 64) }
            for shift in [16, 8, 0] { id.append(UInt8(truncatingIfNeeded: bits >> shift)) }
        }
        return id.withUnsafeBytes(body)
    }

    /// Base64 of a PEM text; `nil` if it is none, otherwise whether it is a private key.
    var encodedPrivateKey: Bool? {
        // "-----BEGIN" in base64 in the first of the three alignments, which is the one of a value's start.
        guard count >= 60, starts("LS0tLS1CRUdJTi") else { return nil }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 60) { room in
            for group in 0..<15 {
                let bits = (0..<4).reduce(0) { $0 << 6 | (Self.sextet(bytes[group * 4 + $1]) ?? 0) }
                for (place, shift) in [16, 8, 0].enumerated() {
                    room[group * 3 + place] = UInt8(truncatingIfNeeded: bits >> shift)
                }
            }
            defer { room.initialize(repeating: 0) }
            return ValueScan(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(room)[..<45])).contains(
                "PRIVATE KEY")
        }
    }

    /// Whether the first 36 bytes behind the base64 are a key's id: a UUID.
    private var beginsWithKeyID: Bool {
        for group in 0..<12 {
            let bits = (0..<4).reduce(0) { $0 << 6 | (Self.sextet(bytes[group * 4 + $1]) ?? 64) }
            for (place, shift) in [16, 8, 0].enumerated() {
                guard Self.isUUIDByte(UInt8(truncatingIfNeeded: bits >> shift), at: group * 3 + place) else {
                    return false
                }
            }
        }
        return true
    }

    private static func sextet(_ byte: UInt8) -> Int? {
        switch byte {
        case 0x41...0x5A: Int(byte) - 0x41
        case 0x61...0x7A: Int(byte) - 0x61 + 26
        case 0x30...0x39: Int(byte) - 0x30 + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
