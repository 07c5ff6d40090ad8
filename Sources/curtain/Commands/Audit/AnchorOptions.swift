import AWSClient
import AccountAccess
import ArgumentParser
import AuditTrail
import FoundationEssentials
import Operations
import SensitiveMemory
import StateFiles

/// The anchors that `audit verify` is given, and how their signatures are checked.
struct AnchorOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Also check against the anchors of this file, one a line, and their signatures.", valueName: "file"),
        completion: .file())
    var anchors: String?

    @Option(
        name: .customLong("public-key"),
        help: ArgumentHelp(
            "The key that signed them, PEM or DER, as aws kms get-public-key gives it; otherwise KMS is asked.",
            valueName: "file"), completion: .file())
    var publicKey: String?

    func validate() throws {
        if publicKey != nil, anchors == nil { throw ValidationError("--public-key needs --anchors.") }
    }

    /// The anchors of the file, each with a signature that is its key's; nil without the option.
    func signed(in session: Session) async throws -> [AuditAnchor]? {
        guard let path = anchors else { return nil }
        guard let bytes = try StateFile.contents(atPath: path, limit: 16 << 20) else {
            throw OperationFailure(.notFound, "there is no file \(path)")
        }
        let found: [AuditAnchor]
        do throws(AuditError) { found = try AnchorFile.anchors(bytes, path: path) } catch {
            throw OperationFailure(.badInput, "\(error)")
        }
        guard !found.isEmpty else { throw OperationFailure(.badInput, "\(path) has no anchors") }
        var keys: [String: VerifyingKey] = [:]
        for (index, anchor) in found.enumerated() {
            let key = try await key(of: anchor, known: keys, in: session)
            keys[anchor.keyARN] = key
            let isSigned: Bool
            do throws(CipherError) { isSigned = try anchor.isSigned(by: key) } catch {
                throw OperationFailure(.badInput, "\(path), line \(index + 1): the key is of another kind")
            }
            guard isSigned else {
                throw OperationFailure(
                    .finding, "\(path), line \(index + 1): the signature is not that of \(anchor.keyARN)")
            }
        }
        return found
    }

    private func key(
        of anchor: AuditAnchor, known: [String: VerifyingKey], in session: Session
    ) async throws -> VerifyingKey {
        if let key = known[anchor.keyARN] { return key }
        let der: [UInt8]
        if let publicKey {
            der = try Self.der(publicKey)
        } else {
            der = try await AccountSigner(calls: try session.client()).publicKey(of: anchor.keyARN)
        }
        do throws(CipherError) { return try VerifyingKey(der: der) } catch {
            throw OperationFailure(.badInput, "\(publicKey ?? anchor.keyARN) is no public key in PEM or DER")
        }
    }

    /// A file's bytes, decoded if they are PEM.
    private static func der(_ path: String) throws -> [UInt8] {
        guard let bytes = try StateFile.contents(atPath: path, limit: 1 << 16) else {
            throw OperationFailure(.notFound, "there is no file \(path)")
        }
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.hasPrefix("-----BEGIN PUBLIC KEY-----") else { return bytes }
        let body = text.split(separator: "\n").filter { !$0.hasPrefix("-----") }.joined()
        return Data(base64Encoded: body, options: .ignoreUnknownCharacters).map { Array($0) } ?? []
    }
}
