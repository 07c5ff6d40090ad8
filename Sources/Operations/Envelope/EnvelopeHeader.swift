import Inventory

/// The beginning of an envelope in either format.
enum EnvelopeHeader: Equatable {
    case curtain(CurtainHeader)
    case message(MessageHeader)

    /// Reads it from the start of a payload. Throws `badInput`, which quotes nothing of it.
    init(from reader: EnvelopeReader) throws(OperationFailure) {
        let start = try reader.upTo(MessageHeader.magic.count)
        if start == MessageHeader.magic {
            self = .message(try MessageHeader(from: reader))
            return
        }
        let rest = try reader.upTo(CurtainHeader.magic.count - start.count)
        guard start + rest == CurtainHeader.magic else {
            throw OperationFailure(
                .badInput,
                "this is no envelope: neither curtain's format 1 nor the AWS Encryption SDK's format 2 with suite 0x0478"
            )
        }
        self = .curtain(try CurtainHeader(from: reader))
    }

    var format: EnvelopeFormat {
        switch self {
        case .curtain: .curtain
        case .message: .awsEncryptionSDK
        }
    }

    var context: EncryptionContext {
        switch self {
        case .curtain(let header): header.context
        case .message(let header): header.context
        }
    }

    /// What tells this sealing from every other.
    var id: String {
        switch self {
        case .curtain(let header): header.id
        case .message(let header): header.id
        }
    }

    /// How records name it: the name that its encryption context gives it, or its id.
    var reference: String { Self.reference(name: context.pairs[EnvelopeName.contextName] ?? id) }

    static func reference(name: String) -> String {
        "envelope:" + Reference.secret(name: name).text.dropFirst("secret:".count)
    }
}

/// The name of an envelope, by which CloudTrail and our records know it.
public enum EnvelopeName {
    /// The name in the encryption context that curtain adds.
    public static let contextName = "envelope"
}
