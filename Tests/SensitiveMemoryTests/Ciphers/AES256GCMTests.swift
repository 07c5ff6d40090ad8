import SensitiveMemory
import Testing

@Suite("AES-256-GCM")
struct AES256GCMTests {
    /// Test cases 13 to 16 of the GCM specification that NIST published with SP 800-38D.
    struct Vector: Sendable {
        let key: String
        let nonce: String
        var text = ""
        var data = ""
        /// The ciphertext, and the tag behind it.
        let sealed: String
    }

    private static let longText =
        "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39"
    private static let longSealed =
        "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"

    static let vectors = [
        Vector(key: zeros(32), nonce: zeros(12), sealed: "530f8afbc74536b9a963b4f1c4cb738b"),
        Vector(
            key: zeros(32), nonce: zeros(12), text: zeros(16),
            sealed: "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919"),
        Vector(
            key: "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308",
            nonce: "cafebabefacedbaddecaf888", text: longText + "1aafd255",
            sealed: longSealed + "898015adb094dac5d93471bdec1a502270e3cc6c"),
        Vector(
            key: "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308",
            nonce: "cafebabefacedbaddecaf888", text: longText, data: "feedfacedeadbeeffeedfacedeadbeefabaddad2",
            sealed: longSealed + "76fc6ece0f4e1768cddf8853bb2d551b")
    ]

    @Test("the published vectors, there and back", arguments: vectors.indices)
    func published(index: Int) throws {
        let vector = Self.vectors[index]
        let key = try secret(Hex.bytes(vector.key))
        let sealed = try seal(Hex.bytes(vector.text), vector, key)
        #expect(Hex.text(sealed) == vector.sealed)
        #expect(try open(sealed, vector, key) == Hex.bytes(vector.text))
    }

    @Test("one changed bit anywhere, another key, nonce or data: not authentic, and nothing is left in the room")
    func changed() throws {
        let vector = Self.vectors[3]
        let key = try secret(Hex.bytes(vector.key))
        let sealed = Hex.bytes(vector.sealed)
        for position in sealed.indices {
            var damaged = sealed
            damaged[position] ^= 1
            #expect(throws: CipherError.notAuthentic) { try open(damaged, vector, key) }
        }
        let others = [
            Vector(key: "", nonce: "cafebabefacedbaddecaf889", data: vector.data, sealed: ""),
            Vector(key: "", nonce: vector.nonce, data: "", sealed: "")
        ]
        for other in others { #expect(throws: CipherError.notAuthentic) { try open(sealed, other, key) } }
        let another = try secret([UInt8](repeating: 1, count: 32))
        #expect(throws: CipherError.notAuthentic) { try open(sealed, vector, another) }
        #expect(throws: CipherError.notAuthentic) { try open(Array(sealed.prefix(15)), vector, key) }
        var room = [UInt8](repeating: 7, count: sealed.count - 16)
        let cipher = try AES256GCM(key: another, for: .opening)
        room.withUnsafeMutableBytes { room in
            sealed.withUnsafeBytes { sealed in
                _ = #expect(throws: CipherError.notAuthentic) {
                    try cipher.open(
                        sealed, nonce: Hex.bytes(vector.nonce), additionalData: [], into: room)
                }
            }
        }
        #expect(room.allSatisfy { $0 == 0 })
    }

    @Test("one cipher seals and opens message after message, whatever came before")
    func again() throws {
        let key = try SecretBytes.random(count: 32)
        let vector = Self.vectors[3]
        let opening = try AES256GCM(key: key, for: .opening)
        for number in 0..<5 {
            let text = [UInt8](repeating: UInt8(number), count: number * 33)
            let sealed = try seal(text, vector, key)
            var damaged = sealed
            damaged[0] ^= 0x80
            for (bytes, isWhole) in [(damaged, false), (sealed, true)] {
                var room = [UInt8](repeating: 0, count: text.count)
                let opened = Result {
                    try room.withUnsafeMutableBytes { room in
                        try bytes.withUnsafeBytes {
                            try opening.open(
                                $0, nonce: Hex.bytes(vector.nonce), additionalData: Hex.bytes(vector.data), into: room)
                        }
                    }
                }
                #expect(((try? opened.get()) != nil) == isWhole)
                if isWhole { #expect(room == text) }
            }
        }
    }

    @Test("a key of another size is refused", arguments: [0, 16, 31, 33])
    func keySize(count: Int) throws {
        let key = try SecretBytes.random(count: count)
        #expect(throws: CipherError.keySize(count)) { try AES256GCM(key: key, for: .sealing) }
    }

    @Test("HKDF-SHA-512 over the inputs of RFC 5869, test case 1")
    func derivation() throws {
        // The RFC gives SHA-256's output; this is what Python's cryptography gives with SHA-512.
        let derived = try HKDF.sha512(
            key: try secret([UInt8](repeating: 0x0B, count: 22)), salt: Hex.bytes("000102030405060708090a0b0c"),
            info: Hex.bytes("f0f1f2f3f4f5f6f7f8f9"), count: 42)
        #expect(
            derived.withUnsafeBytes { Hex.text(Array($0)) }
                == "832390086cda71fb47625bb5ceb168e4c8e26a1a16ed34d9fc7fe92c1481579338da362cb8d9f925d7cb")
    }

    private static func zeros(_ count: Int) -> String { String(repeating: "00", count: count) }

    private func secret(_ bytes: [UInt8]) throws -> SecretBytes {
        try bytes.withUnsafeBytes { try SecretBytes(copying: $0) }
    }

    private func seal(_ text: [UInt8], _ vector: Vector, _ key: SecretBytes) throws -> [UInt8] {
        let cipher = try AES256GCM(key: key, for: .sealing)
        var room = [UInt8](repeating: 0, count: text.count + 16)
        try room.withUnsafeMutableBytes { room in
            try text.withUnsafeBytes {
                try cipher.seal(
                    $0, nonce: Hex.bytes(vector.nonce), additionalData: Hex.bytes(vector.data), into: room)
            }
        }
        return room
    }

    private func open(_ sealed: [UInt8], _ vector: Vector, _ key: SecretBytes) throws -> [UInt8] {
        let cipher = try AES256GCM(key: key, for: .opening)
        var room = [UInt8](repeating: 0, count: max(0, sealed.count - 16))
        try room.withUnsafeMutableBytes { room in
            try sealed.withUnsafeBytes {
                try cipher.open(
                    $0, nonce: Hex.bytes(vector.nonce), additionalData: Hex.bytes(vector.data), into: room)
            }
        }
        return room
    }
}
