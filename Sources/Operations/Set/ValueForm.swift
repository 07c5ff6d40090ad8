import SensitiveMemory
import StrictJSON

/// JSON is checked before it is sent: a text that looks like JSON must be some, and what was JSON stays JSON.
enum ValueForm {
    /// Throws `badInput` with the place of the mistake, never with a part of the value.
    static func check(_ value: SecretBytes, after old: FetchedValue?, for plan: Plan) throws(OperationFailure) {
        guard plan.work == .set, plan.change?.acceptsAnyForm != true, old?.isBinary != true else { return }
        let wasJSON = old.map { Self.isObject($0.bytes) } ?? false
        let looksLikeJSON = value.withUnsafeBytes { bytes in
            bytes.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }.map { $0 == UInt8(ascii: "{") } ?? false
        }
        guard wasJSON || looksLikeJSON else { return }
        let outcome = Result { () throws(JSONError) in try JSONDocument(copying: value).root.kind }
        let why = wasJSON ? "as the value before it is" : "although it begins like it"
        switch outcome {
        case .success(.object): return
        case .success:
            throw OperationFailure(
                .badInput, "the new value is no JSON object, \(why); plan with --any-form to write it all the same")
        case .failure(let error):
            throw OperationFailure(
                .badInput,
                "the new value is no JSON, \(why): byte \(error.offset): \(error.reason.rawValue); plan with "
                    + "--any-form to write it all the same")
        }
    }

    private static func isObject(_ value: SecretBytes) -> Bool {
        do throws(JSONError) { return try JSONDocument(copying: value).root.kind == .object } catch { return false }
    }
}
