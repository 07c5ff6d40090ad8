/// Code that opens an envelope: the data key once per sandbox, then the payload. The whole function, and the same with the
/// AWS Encryption SDK, stand in docs/envelope.md.
struct EnvelopeSnippet {
    let variable: String
    let payload: String

    func text(_ language: CodeLanguage) -> String {
        let comment = language == .python ? "#" : "//"
        return """
            \(comment) the encrypted data key is in \(variable), the payload at \(payload):
            \(comment) kms:Decrypt gives the data key (outside the handler: once per sandbox), AES-256-GCM the chunks.
            \(comment) docs/envelope.md has open_envelope(payload, data_key) in twenty lines of Python and the format by the byte;
            \(comment) an envelope sealed with --format aws-encryption-sdk is opened by that SDK in Python, Node, Java, .NET and C.
            """
    }
}
