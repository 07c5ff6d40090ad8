import ArgumentParser
import Inventory
import Operations
import StateFiles

extension EnvelopeFormat: ExpressibleByArgument {}

/// Where the encrypted key of an envelope is.
struct EncryptedKeyOption: ParsableArguments {
    @Option(
        name: .customLong("encrypted-key"),
        help: ArgumentHelp(
            "The file of the encrypted key, or the variable, parameter or secret that holds it; otherwise PAYLOAD-key.",
            valueName: "file or ref"))
    var encryptedKey: String?

    /// Reads the file; a reference is read later, by the operation.
    func resolve(for payload: String) throws -> OpenableEnvelope.EncryptedKey {
        guard let named = encryptedKey else {
            return try Self.text(payload + EnvelopeFiles.keySuffix).map { .text($0) } ?? .inside
        }
        if ReferenceWord.allCases.contains(where: { named.hasPrefix($0.rawValue + ":") }) || named.hasPrefix("arn:") {
            let reference = try Reference(parsing: named)
            try reference.requireValue()
            return .stored(reference)
        }
        return .text(try Self.required(named))
    }

    /// The file's text. Throws `notFound` if it is not there.
    static func required(_ path: String) throws -> String {
        guard let text = try text(path) else { throw OperationFailure(.notFound, "there is no file \(path)") }
        return text
    }

    private static func text(_ path: String) throws -> String? {
        try StateFile.contents(atPath: path, limit: 1 << 16).map { String(decoding: $0, as: UTF8.self) }
    }
}

/// The KMS key that a data key is put under.
enum EnvelopeKey {
    /// `key:alias/NAME`, `key:ID`, an ARN, or `alias/NAME` alone.
    static func parse(_ text: String) throws -> String {
        let reference = try Reference(parsing: text.hasPrefix("alias/") ? "key:" + text : text)
        guard case .key(let id) = reference else {
            throw UsageFailure("--key takes a KMS key, as in key:alias/NAME, not \(reference)")
        }
        return id
    }
}
