import AuditTrail
import FoundationEssentials
import SensitiveMemory

/// An anchor whose signature was made once, with the Python package cryptography 50.
enum Anchored {
    static let publicKey = bytes(
        "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE9Dv8ECrTpJ7nCVwhmkCPsk5SFTS2"
            + "40UjjtremkIJdjHnckP86gPIqkdkBgkM4DzMwsKl0upoxSF1MEB+ONKkEQ==")

    static let anchor = AuditAnchor(
        time: "2026-11-27T18:00:00.000Z", count: 12, hash: String(repeating: "0123456789abcdef", count: 4),
        keyARN: "arn:aws:kms:eu-west-1:111122223333:key/k", algorithm: .ecdsaSHA256,
        signature: bytes(
            "MEQCIE05qVjzNutpNbCxLHn5FnXQqnuSjsRxEzzBZkIIiH+zAiBcbTeHFZhhvpWcxfgjYHQ3un16WFnovvjgd6Ouz3nV1A=="))

    private static func bytes(_ text: String) -> [UInt8] { Data(base64Encoded: text).map { Array($0) } ?? [] }
}
