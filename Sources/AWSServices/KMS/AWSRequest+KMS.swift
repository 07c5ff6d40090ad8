import AWSClient
import StrictJSON

extension AWSRequest {
    /// A reading call of KMS.
    static func kms(
        _ operation: String, subject: String? = nil, _ members: (inout JSONWriter) -> Void
    ) -> AWSRequest {
        .reading(.kms, operation, target: "TrentService", subject: subject, members)
    }
}

extension Answer {
    /// KMS gives a marker only together with `Truncated`.
    var nextMarker: String? { bool("Truncated") == false ? nil : string("NextMarker") }
}
