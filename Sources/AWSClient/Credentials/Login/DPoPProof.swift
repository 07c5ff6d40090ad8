import FoundationEssentials
import SensitiveMemory
import StrictJSON

/// The proof that whoever renews a sign-in holds the key that it was made with: a `DPoP` header (RFC 9449).
struct DPoPProof {
    let key: ES256Key
    /// The request's URL without query.
    let url: String
    /// Seconds since 1970-01-01 UTC.
    let time: Double
    /// Different for every proof.
    let id: String

    /// The header's value: header, payload and signature in base64url.
    func text() throws(CipherError) -> String {
        let point = try key.publicPoint()
        var header = JSONWriter()
        header.object {
            $0.member("typ", "dpop+jwt")
            $0.member("alg", "ES256")
            $0.key("jwk")
            $0.object {
                $0.member("kty", "EC")
                $0.member("x", Self.base64(point.x))
                $0.member("y", Self.base64(point.y))
                $0.member("crv", "P-256")
            }
        }
        var payload = JSONWriter()
        payload.object {
            $0.member("htm", "POST")
            $0.member("htu", url)
            $0.member("iat", Int(time))
            $0.member("jti", id)
        }
        let signed = Self.base64(Array(header.text.utf8)) + "." + Self.base64(Array(payload.text.utf8))
        return signed + "." + Self.base64(try key.signature(of: Array(signed.utf8)))
    }
}

extension DPoPProof {
    /// base64url without padding (RFC 4648, section 5; RFC 7515).
    static func base64(_ bytes: [UInt8]) -> String {
        String(
            Data(bytes).base64EncodedString().compactMap { character in
                switch character {
                case "+": "-"
                case "/": "_"
                case "=": nil
                default: character
                }
            })
    }
}
