import FoundationEssentials
import SensitiveMemory
import Testing

@testable import AWSClient

@Suite("SigV4 against the published suite")
struct SigV4VectorTests {
    /// A folder of the suite: the raw request and what must come of it.
    struct Case {
        var name: String
        var request: String
        var canonicalRequest: String
        var stringToSign: String
        var authorization: String
    }

    static let time = CivilTime(seconds: 1_440_938_160)  // 2015-08-30T12:36:00Z

    @Test("every case gives the published canonical request, string to sign and signature")
    func suite() throws {
        let cases = try Self.cases()
        #expect(cases.count == 34)
        for vector in cases {
            let request = try Self.parse(vector)
            let credentials = AWSCredentials(
                accessKeyID: "AKIDEXAMPLE",
                secretKey: try Self.secret("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"), source: "test")
            let signer = SigV4Signer(region: "us-east-1", service: "service", keys: SigningKeyCache())
            let canonical = signer.canonicalRequest(request, SigV4Signer.signedHeaders(request.headers))
            let canonicalText = canonical.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
            #expect(canonicalText == vector.canonicalRequest, "\(vector.name)")
            let hash = Hexadecimal.text(canonical.withUnsafeBytes { SHA256.digest($0) })
            #expect(signer.stringToSign(hash: hash, time: Self.time) == vector.stringToSign, "\(vector.name)")
            let authorization = try signer.authorization(for: request, credentials: credentials, time: Self.time)
            #expect(authorization == vector.authorization, "\(vector.name)")
        }
    }

    static func cases() throws -> [Case] {
        let root = try Vectors.folder("tests/unit/auth/aws4_testsuite")
        var result: [Case] = []
        for name in try Vectors.names(root) {
            let folder = root.appending(path: name)
            for inner in [name] + ((try? Vectors.names(folder)) ?? []).map({ "\(name)/\($0)" }) {
                let last = inner.split(separator: "/").last.map(String.init) ?? inner
                let base = root.appending(path: "\(inner)/\(last)").path
                guard FileManager.default.fileExists(atPath: base + ".req") else { continue }
                func read(_ ending: String) throws -> String {
                    try Vectors.text(URL(filePath: base + ending)).replacing("\r", with: "")
                }
                result.append(
                    Case(
                        name: inner, request: try read(".req"), canonicalRequest: try read(".creq"),
                        stringToSign: try read(".sts"), authorization: try read(".authz")))
            }
        }
        return result
    }

    static func secret(_ text: String) throws -> SecretBytes {
        try Array(text.utf8).withUnsafeBytes { try SecretBytes(copying: $0) }
    }

    /// Reads a raw HTTP request of the suite, folded headers included.
    static func parse(_ vector: Case) throws -> SigV4Signer.Request {
        let parts = vector.request.split(separator: "\n\n", maxSplits: 1, omittingEmptySubsequences: false)
        var lines = parts[0].split(separator: "\n").map(String.init)
        let first = lines.removeFirst()
        let method = first.prefix { $0 != " " }
        let target = first.dropFirst(method.count + 1).dropLast(" HTTP/1.1".count)
        var headers: [(String, String)] = []
        for line in lines {
            if line.hasPrefix(" ") {
                headers[headers.count - 1].1 += " " + line
            } else {
                let colon = try #require(line.firstIndex(of: ":"))
                headers.append((String(line[..<colon]), String(line[line.index(after: colon)...])))
            }
        }
        // The token of some cases is not in the raw request but only in what must be signed.
        for line in vector.canonicalRequest.split(separator: "\n") where line.hasPrefix("x-amz-security-token:") {
            headers.removeAll { $0.0.lowercased() == "x-amz-security-token" }
            headers.append(("X-Amz-Security-Token", String(line.dropFirst("x-amz-security-token:".count))))
        }
        let path = target.prefix { $0 != "?" }
        let query = target.dropFirst(path.count + 1).split(separator: "&").map { pair in
            let name = pair.prefix { $0 != "=" }
            return (name: decoded(name), value: decoded(pair.dropFirst(name.count + 1)))
        }
        let body = parts.count > 1 ? Array(parts[1].utf8) : []
        return SigV4Signer.Request(
            method: String(method), path: String(path), query: URIEncoding.query(query),
            headers: headers.map { HTTPHeader($0.0, $0.1) }, payloadHash: Hexadecimal.text(SHA256.digest(body)))
    }

    private static func decoded(_ text: Substring) -> String {
        var result: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
                result.append(code)
                rest = rest.dropFirst(2)
            } else {
                result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
