import AWSServices

extension SecretsManager.GetSecretValue.Version {
    /// What stands behind the @ of a reference: a version id (32 to 64 letters, digits and hyphens with a digit among
    /// them, as tokens are) or else a staging label.
    init(_ text: String?) {
        guard let text else {
            self = .current
            return
        }
        let looksLikeID =
            (32...64).contains(text.utf8.count) && text.utf8.contains { (0x30...0x39).contains($0) }
            && text.utf8.allSatisfy { byte in
                byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
            }
        self = looksLikeID ? .id(text) : .stage(text)
    }
}
