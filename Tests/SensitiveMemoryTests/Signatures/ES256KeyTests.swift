import FoundationEssentials
import Testing

@testable import SensitiveMemory

@Suite("ES256")
struct ES256KeyTests {
    // RFC 7515, appendix A.3.1.
    private static let x = Base64Text.urlBytes("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU")
    private static let y = Base64Text.urlBytes("x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0")
    private static let d = Base64Text.urlBytes("jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI")
    private static let curve = Hex.bytes("06082a8648ce3d030107")

    /// The key in PEM, put together by SEC 1, appendix C.4.
    private static func pem(curve: [UInt8] = curve, label: String = "EC PRIVATE KEY") throws -> SecretBytes {
        let point = Hex.bytes("03420004") + x + y
        let body = Hex.bytes("0201010420") + d + [0xA0, UInt8(curve.count)] + curve + [0xA1, UInt8(point.count)] + point
        let der = Data([0x30, UInt8(body.count)] + body)
        let text = "-----BEGIN \(label)-----\n\(der.base64EncodedString())\n-----END \(label)-----\n"
        return try Array(text.utf8).withUnsafeBytes { try SecretBytes(copying: $0) }
    }

    @Test("the public point is the published one")
    func point() throws {
        let point = try ES256Key(pem: try Self.pem()).publicPoint()
        #expect(point.x == Self.x)
        #expect(point.y == Self.y)
    }

    @Test("its signatures are accepted by the published public key, each a different one")
    func signs() throws {
        let key = try ES256Key(pem: try Self.pem())
        let published = try VerifyingKey(der: Base64Text.bytes(VerifyingKeyTests.vectors[0].key))
        let message = Array("a message".utf8)
        var seen: Set<[UInt8]> = []
        // Many, so that halves with leading zeros are among them.
        for _ in 0..<300 {
            let signature = try key.signature(of: message)
            #expect(signature.count == 64)
            #expect(try published.verifies(Self.der(signature), of: message, by: .ecdsaSHA256))
            seen.insert(signature)
        }
        #expect(seen.count == 300)
    }

    @Test("another curve, no key and a key under a password are refused, without a question to the terminal")
    func refuses() throws {
        #expect(throws: CipherError.self) { try ES256Key(pem: try Self.pem(curve: Hex.bytes("06052b8104000a"))) }
        for text in ["", "fake-canary", "-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----\n"] {
            let bytes = try Array(text.utf8).withUnsafeBytes { try SecretBytes(copying: $0) }
            #expect(throws: CipherError.refused(call: "PEM_read_bio_PrivateKey")) { try ES256Key(pem: bytes) }
        }
        let locked = try Self.pem(label: "ENCRYPTED PRIVATE KEY")
        #expect(throws: CipherError.self) { try ES256Key(pem: locked) }
    }

    /// The two halves as DER integers.
    private static func der(_ signature: [UInt8]) -> [UInt8] {
        let body = [signature.prefix(32), signature.suffix(32)].flatMap { half -> [UInt8] in
            var number = Array(half.drop { $0 == 0 })
            if number.isEmpty || number[0] >= 0x80 { number.insert(0, at: 0) }
            return [0x02, UInt8(number.count)] + number
        }
        return [0x30, UInt8(body.count)] + body
    }
}
