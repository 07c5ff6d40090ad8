/// How a message is signed, by the names of AWS KMS.
/// https://docs.aws.amazon.com/kms/latest/developerguide/symm-asymm-choose-key-spec.html
public enum SignatureAlgorithm: String, CaseIterable, Sendable {
    case ecdsaSHA256 = "ECDSA_SHA_256"
    case rsaPSSSHA256 = "RSASSA_PSS_SHA_256"
    case rsaPKCS1SHA256 = "RSASSA_PKCS1_V1_5_SHA_256"
}
