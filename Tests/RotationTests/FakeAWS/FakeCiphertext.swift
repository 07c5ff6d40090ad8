import FoundationEssentials

/// What the fake KMS makes of a plaintext: the key's id first, as the stand-ins have it.
struct FakeCiphertext: Sendable, Equatable {
    static let former = "11111111-1111-4111-8111-111111111111"
    static let successor = "22222222-2222-4222-8222-222222222222"
    static let other = "33333333-3333-4333-8333-333333333333"

    var key: String
    /// The function's name in the encryption context; empty without one.
    var context: String
    /// No two are the same.
    var serial: Int
    var plaintext: String

    init(key: String, context: String, serial: Int, plaintext: String) {
        self.key = key
        self.context = context
        self.serial = serial
        self.plaintext = plaintext
    }

    init?(_ text: String) {
        guard let data = Data(base64Encoded: text) else { return nil }
        let parts = String(decoding: data, as: UTF8.self).split(separator: "|", omittingEmptySubsequences: false)
        guard parts.count == 5, let serial = Int(parts[2]) else { return nil }
        self.init(
            key: String(parts[0]), context: String(parts[1]), serial: serial,
            plaintext: String(parts[3].reversed()))
    }

    /// Base64, and long enough to be taken for a ciphertext.
    var text: String {
        let fill = String(repeating: "=", count: 60)
        return Data("\(key)|\(context)|\(serial)|\(String(plaintext.reversed()))|\(fill)".utf8).base64EncodedString()
    }
}
