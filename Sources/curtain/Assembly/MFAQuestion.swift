import AWSClient
import ForeignText
import Operations
import SensitiveMemory

/// The question for the code of an MFA device, on the terminal and without echo.
enum MFAQuestion {
    /// Throws `.noCredentials` if nobody can be asked, or if what was typed is no code.
    static func ask(_ serial: String) async throws(AWSError) -> String {
        let typed: WipedBuffer
        do throws(OperationFailure) {
            typed = try await HiddenPrompt.ask("MFA code of \(ForeignText.visible(serial)): ")
        } catch {
            guard error.kind != .interrupted else { throw failure(.cancelled, "Interrupted", "interrupted") }
            throw failure(.noCredentials, "MFARequired", error.message)
        }
        return try code(typed.withUnsafeBytes { Array($0) })
    }

    /// Six digits, spaces between them allowed. Throws for anything else.
    static func code(_ typed: [UInt8]) throws(AWSError) -> String {
        let digits = typed.filter { $0 != 0x20 && $0 != 0x09 }
        guard digits.count == 6, digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw failure(.noCredentials, "MFACode", "an MFA code has six digits")
        }
        return String(decoding: digits, as: UTF8.self)
    }

    private static func failure(_ kind: AWSError.Kind, _ code: String, _ message: String) -> AWSError {
        AWSError(kind, operation: "credentials", code: code, message: message)
    }
}
