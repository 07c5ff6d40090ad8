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
}
