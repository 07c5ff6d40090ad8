import FoundationEssentials
import Testing

@testable import SensitiveMemory

@Suite("Signatures against published ones")
struct VerifyingKeyTests {
    struct Vector: CustomTestStringConvertible {
        var algorithm: SignatureAlgorithm
        var key: String
        var message: String
        var signature: String

        var testDescription: String { algorithm.rawValue }
        var bytes: (key: [UInt8], message: [UInt8], signature: [UInt8]) {
            (Base64Text.bytes(key), Array(message.utf8), Base64Text.bytes(signature))
        }
    }

    private static let claims =
        ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"

    /// RFC 7515, appendices A.3 and A.2; the last one made with the Python package cryptography 50.
    static let vectors = [
        Vector(
            algorithm: .ecdsaSHA256,
            key: "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEf83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEXH8UTNG72bfocs3+257rn0"
                + "s2ldbqkLJK2KRiMohYjlrQ==",
            message: "eyJhbGciOiJFUzI1NiJ9" + claims,
            signature:
                "MEUCIA7RIVN5Y2xIPC9/FVgH1AKjsigDOvl8fheBmsMWnqZlAiEAxQoH04w8cOXY8S2vCEpUgKZlkMXyk1Cajz9/ioOjVNU="),
        Vector(
            algorithm: .rsaPKCS1SHA256,
            key: "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd/wWJcyQoTbji9k0l8W26mPd"
                + "dxHmfHQp+Vaw+4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL+yRT+SFd2lZS+pCgNMsD1W/YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb/7"
                + "OMg0LOL+bSf63kpaSHSXndS5z5rexMdbBYUsLA9e+KXBdQOS+UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9k"
                + "G4LT6/I5IhlJH7aGhyxXFvUK+DWNmoudF8NAco9/h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQIDAQAB",
            message: "eyJhbGciOiJSUzI1NiJ9" + claims,
            signature:
                "cC4hiUPoj9Eetdgtv3hF80EGrhuB//dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh+0Qc/lF5YKt/O8W2Fp5jujGbds9"
                + "uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB++f/nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB"
                + "/eSN9383LcOLn6/dO++xi12jzDwusC+eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rq"
                + "Vt5AXLIhWkWywlVmtVrBp0igcN/IoypGlUPQGe77Rw=="),
        Vector(
            algorithm: .rsaPSSSHA256,
            key: "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAsoqzjS8UWV+kT2AZUDA+FHyk/T/AO2RR0pgljJSidELn33R6VaZhntWh"
                + "whtG7V8Ex58juzZB+injJwQJCnjxUwcX96F4iCs9N2XOt6Grv/HxEdAB87xB0lq3+EwaZCD4A59JYr+rtLgaYNlNyp2LPv+eMBM0"
                + "r/W7hrTIGAGd/THdDxMJnGQb12kFc93uMeWbHDmlgNrLA6jHlq/1E2SmM7mvZmoKZrnZ/gLqxnOjWvI6RDkag6EtVppYfA2vMw/w"
                + "ohPLHaO9Wt8cz8EZ+qesRGnvkUZRXZZa3/pBr5PhDCBzupez+NdOGGvSzO208fQQW4B/Nj9NfinCSHekwo3SZQIDAQAB",
            message: "eyJhbGciOiJSUzI1NiJ9" + claims,
            signature:
                "sb6G0vdjvr6DqogcWEF0X0UbtThVjVNK3CPxJE5O+9BeVjZeMChWrab3vyN41eS162BybqESG547w9MqH2e5KqPgboltLIE2SRYh"
                + "3kaQAMuh9Xnn+eWOD4zHe7JqwXeCD4gEsZpaxwKo3FyDm2T/xsmECDhWocsupY387VOBuGjrIsiafMb7Pu741ZifbONE+ex5Aa5E"
                + "GpbE9AEyiSVnFwrq/HemC6g+wJCQh1b9s/sgDxVL9Rzz+nigtRdauTBu/8GBMxLxiyuO8BIze+KQ9FlDi5eroso7EpK9qcuWZDt7"
                + "vEvSoLNHZsDtf+FIahkOI0dL/jc+z7OA+BCE5m7z2A==")
    ]

    @Test("accepts the published signature, refuses it over another message", arguments: vectors)
    func accepts(vector: Vector) throws {
        let (der, message, signature) = vector.bytes
        let key = try VerifyingKey(der: der)
        #expect(try key.verifies(signature, of: message, by: vector.algorithm))
        #expect(try !key.verifies(signature, of: message + [0x21], by: vector.algorithm))
        #expect(try !key.verifies(signature.dropLast(), of: message, by: vector.algorithm))
        for other in SignatureAlgorithm.allCases where other != vector.algorithm {
            // Of another kind it is an error, of another padding it is a no.
            #expect((try? key.verifies(signature, of: message, by: other)) != true)
        }
    }

    @Test("what is no key is refused", arguments: [[], [0x30, 0x00], Array("-----BEGIN PUBLIC KEY-----".utf8)])
    func refuses(bytes: [UInt8]) {
        #expect(throws: CipherError.refused(call: "d2i_PUBKEY")) { try VerifyingKey(der: bytes) }
    }
}

/// Base64 in test data.
enum Base64Text {
    static func bytes(_ text: String) -> [UInt8] { Data(base64Encoded: text).map { Array($0) } ?? [] }

    /// base64url without padding.
    static func urlBytes(_ text: String) -> [UInt8] {
        let plain = String(text.map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 })
        return bytes(plain + String(repeating: "=", count: (4 - plain.count % 4) % 4))
    }
}
