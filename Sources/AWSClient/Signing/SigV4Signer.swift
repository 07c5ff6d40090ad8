import SensitiveMemory

/// Signature Version 4. The steps are numbered as on AWS's page "Create a signed AWS API request"
/// (IAM User Guide).
struct SigV4Signer: Sendable {
    /// What is signed of a request.
    struct Request {
        var method: String
        /// The path as it is sent.
        var path: String
        /// The query in canonical order and encoding, as `URIEncoding.query` makes it.
        var query: String
        /// With Host and X-Amz-Date; all but `unsigned` are signed.
        var headers: [HTTPHeader]
        /// The lower-case hexadecimal SHA-256 of the body.
        var payloadHash: String
    }

    /// What proxies and libraries may change on the way.
    static let unsigned: Set<String> = ["authorization", "expect", "transfer-encoding", "user-agent", "x-amzn-trace-id"]

    let region: String
    /// The signing name of the service.
    let service: String
    /// False for S3, whose paths are taken as they are.
    var encodesPathTwice = true
    let keys: SigningKeyCache

    /// The value of the Authorization header.
    func authorization(for request: Request, credentials: AWSCredentials, time: CivilTime) throws -> String {
        // Step 1: create a canonical request.
        let headers = Self.signedHeaders(request.headers)
        let canonical = canonicalRequest(request, headers)
        // Step 2: create a hash of the canonical request.
        let hash = Hexadecimal.text(canonical.withUnsafeBytes { SHA256.digest($0) })
        // Step 3: create a string to sign.
        var stringToSign = self.stringToSign(hash: hash, time: time)
        // Step 4: derive a signing key.
        let scope = SigningKeyCache.Scope(
            accessKeyID: credentials.accessKeyID, day: time.signatureDay, region: region, service: service)
        let key = try keys.key(for: scope, secret: credentials.secretKey)
        // Step 5: calculate the signature.
        let signature = key.withUnsafeBytes { key in
            stringToSign.withUTF8 { HMACSHA256.code(key: key, message: UnsafeRawBufferPointer($0)) }
        }
        // Step 6: add the signature to the request.
        return "AWS4-HMAC-SHA256 Credential=\(credentials.accessKeyID)/\(credentialScope(time)), "
            + "SignedHeaders=\(headers.map(\.name).joined(separator: ";")), Signature=\(Hexadecimal.text(signature))"
    }

    /// The canonical request, in a wiped buffer because a session token is one of its headers.
    func canonicalRequest(_ request: Request, _ headers: [(name: String, values: [HTTPHeader])]) -> WipedBuffer {
        let result = WipedBuffer(capacity: 4096)
        result.append(text: request.method + "\n" + canonicalPath(request.path) + "\n" + request.query + "\n")
        for (name, values) in headers {
            result.append(text: name + ":")
            for (number, header) in values.enumerated() {
                if number > 0 { result.append(text: ",") }
                header.withValueBytes { Self.appendTrimmed($0, to: result) }
            }
            result.append(text: "\n")
        }
        result.append(text: "\n" + headers.map(\.name).joined(separator: ";") + "\n" + request.payloadHash)
        return result
    }

    func stringToSign(hash: String, time: CivilTime) -> String {
        "AWS4-HMAC-SHA256\n\(time.signatureTime)\n\(credentialScope(time))\n\(hash)"
    }

    func canonicalPath(_ path: String) -> String {
        guard encodesPathTwice else { return path.isEmpty ? "/" : path }
        return URIEncoding.encode(URIEncoding.normalizedPath(path), keepingSlashes: true)
    }

    /// The headers that are signed: lower-case names in order, each with its values in the order they came.
    static func signedHeaders(_ headers: [HTTPHeader]) -> [(name: String, values: [HTTPHeader])] {
        var byName: [String: [HTTPHeader]] = [:]
        for header in headers {
            let name = header.name.lowercased()
            if !unsigned.contains(name) { byName[name, default: []].append(header) }
        }
        return byName.map { (name: $0.key, values: $0.value) }.sorted { URIEncoding.precedes($0.name, $1.name) }
    }

    private func credentialScope(_ time: CivilTime) -> String {
        "\(time.signatureDay)/\(region)/\(service)/aws4_request"
    }

    /// Without white space at its ends, and with one space for every run of it inside.
    private static func appendTrimmed(_ value: UnsafeRawBufferPointer, to buffer: WipedBuffer) {
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
        var start = 0
        var isFirst = true
        while true {
            while start < value.count, isSpace(value[start]) { start += 1 }
            guard start < value.count else { return }
            var end = start
            while end < value.count, !isSpace(value[end]) { end += 1 }
            if !isFirst { buffer.append(text: " ") }
            buffer.append(UnsafeRawBufferPointer(rebasing: value[start..<end]))
            isFirst = false
            start = end
        }
    }
}
