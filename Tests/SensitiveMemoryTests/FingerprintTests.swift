import RandomSource
import SensitiveMemory
import Testing

@Suite("Fingerprints")
struct FingerprintTests {
    @Test("HMAC-SHA-256 gives the codes of RFC 4231, test case 2")
    func publishedVector() {
        let code = Array("Jefe".utf8).withUnsafeBytes { key in
            Array("what do ya want for nothing?".utf8).withUnsafeBytes { HMACSHA256.code(key: key, message: $0) }
        }
        #expect(Fingerprint(bits: code.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }).hex == "5bdcc146bf60754e")
    }

    @Test("a fingerprint is the beginning of the code, for keys and messages of any length")
    func sameAsTheCode() throws {
        var random = SeededRandom(seed: 4231)
        for length in [0, 1, 31, 32, 63, 64, 65, 200] {
            let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
            let key = FingerprintKey(try bytes.withUnsafeBytes { try SecretBytes(copying: $0) })
            for size in [0, 1, 55, 56, 64, 119, 1_000] {
                let message = (0..<size).map { _ in UInt8.random(in: 0...255, using: &random) }
                let code = bytes.withUnsafeBytes { key in
                    message.withUnsafeBytes { HMACSHA256.code(key: key, message: $0) }
                }
                let expected = Fingerprint(bits: code.prefix(8).reduce(0) { $0 << 8 | UInt64($1) })
                #expect(message.withUnsafeBytes { key.fingerprint(of: $0) } == expected)
            }
        }
    }

    @Test("one key serves many threads at once")
    func threads() async throws {
        let key = FingerprintKey(try Array("test key".utf8).withUnsafeBytes { try SecretBytes(copying: $0) })
        let expected = (0..<64).map { key.fingerprint(ofName: "value \($0)") }
        let found = await withTaskGroup(of: [Fingerprint].self) { group in
            for _ in 0..<8 { group.addTask { (0..<64).map { key.fingerprint(ofName: "value \($0)") } } }
            return await group.reduce(into: [[Fingerprint]]()) { $0.append($1) }
        }
        #expect(found.count == 8 && found.allSatisfy { $0 == expected })
    }
}
