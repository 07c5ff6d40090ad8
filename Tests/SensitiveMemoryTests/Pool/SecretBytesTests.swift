import SensitiveMemory
import Testing

@Suite("Secret bytes")
struct SecretBytesTests {
    private struct Stop: Error {}

    private func secret(_ text: String) throws -> SecretBytes {
        try Array(text.utf8).withUnsafeBytes { try SecretBytes(copying: $0) }
    }

    private func bytes(_ secret: SecretBytes) -> [UInt8] { secret.withUnsafeBytes { Array($0) } }

    @Test("hold what they were filled with", arguments: [0, 1, 63, 64, 65, 4096, 65536])
    func holds(count: Int) throws {
        let original = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let secret = try original.withUnsafeBytes { try SecretBytes(copying: $0) }
        #expect(secret.count == count)
        #expect(bytes(secret) == original)
    }

    @Test("tell nothing when printed, dumped, mirrored or put into a message")
    func silent() throws {
        let secret = try secret("canary-5b1f")
        var dumped = ""
        dump(["x": secret], to: &dumped)
        for text in [String(describing: secret), String(reflecting: secret), "\(secret)", "\([secret])", dumped] {
            #expect(text.contains("<redacted>"))
            #expect(!text.contains("canary") && !text.contains("11"))
        }
        #expect(Mirror(reflecting: secret).children.isEmpty)
    }

    @Test("are empty once wiped, and may be wiped again")
    func wiped() throws {
        let secret = try secret("canary")
        secret.wipe()
        secret.wipe()
        #expect(secret.count == 0)
        #expect(bytes(secret).isEmpty)
    }

    @Test("a reader that is in the middle of it may finish; the next one finds nothing")
    func wipedWhileRead() throws {
        let secret = try secret("canary")
        secret.withUnsafeBytes { outer in
            secret.wipe()
            #expect(Array(outer) == Array("canary".utf8))
            #expect(bytes(secret).isEmpty)
        }
    }

    @Test("threads may read and wipe at once: each sees the whole value or nothing")
    func threads() async throws {
        for _ in 0..<50 {
            let secret = try secret("0123456789abcdef")
            await withTaskGroup(of: [UInt8].self) { group in
                for reader in 0..<8 {
                    group.addTask {
                        if reader == 4 { secret.wipe() }
                        return secret.withUnsafeBytes { Array($0) }
                    }
                }
                for await seen in group { #expect(seen.isEmpty || seen == Array("0123456789abcdef".utf8)) }
            }
        }
    }

    @Test("a fill that fails leaves nothing behind and hands on its error")
    func failingFill() throws {
        #expect(throws: Stop.self) { try SecretBytes(capacity: 100) { _ in throw Stop() } }
    }

    @Test("a value larger than the pool is refused, not put on the ordinary heap")
    func tooLarge() {
        let size = 1 << 30
        #expect(throws: SensitiveMemoryError.poolExhausted(requested: size)) {
            try SecretBytes(capacity: size) { _ in 0 }
        }
    }

    @Test("forty values of the largest size that AWS stores fit at once")
    func fortyLarge() throws {
        let secrets = try (0..<40).map { _ in try SecretBytes.random(count: 65536) }
        #expect(secrets.allSatisfy { $0.count == 65536 })
    }

    @Test("random ones differ; none is zero")
    func random() throws {
        let one = try SecretBytes.random(count: 32)
        let other = try SecretBytes.random(count: 32)
        #expect(!one.isSame(as: other))
        #expect(bytes(one).contains { $0 != 0 })
        #expect(try SecretBytes.random(count: 0).count == 0)
    }

    @Test(
        "sameness is of every byte and of the length",
        arguments: [("abc", "abc", true), ("abc", "abd", false), ("abc", "ab", false), ("", "", true), ("", "a", false)]
    )
    func same(one: String, other: String, expected: Bool) throws {
        #expect(try secret(one).isSame(as: secret(other)) == expected)
        let first = try secret(one)
        #expect(first.isSame(as: first))
    }
}
