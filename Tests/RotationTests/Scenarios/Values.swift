import Operations
import SensitiveMemory
import Synchronization

/// Values of these tests; each has "c4nary" in it, so that it can be looked for.
enum Values {
    static let key = FingerprintKey(bytes("0123456789abcdef0123456789abcdef"))

    static func bytes(_ text: String) -> SecretBytes {
        var text = text
        do {
            return try text.withUTF8 { try SecretBytes(copying: UnsafeRawBufferPointer($0)) }
        } catch {
            preconditionFailure("no memory for a test's value")
        }
    }

    static func fingerprint(_ text: String) -> Fingerprint { bytes(text).withUnsafeBytes { key.fingerprint(of: $0) } }
}

/// Gives another value each time that it is asked, as generating does: only one of them may ever come into use.
final class CountingSupply: NewValueSupply {
    private let asked = Mutex(0)

    func newValue(_ recipe: ValueRecipe) async throws(OperationFailure) -> SecretBytes {
        let number = asked.withLock { asked in
            asked += 1
            return asked
        }
        return Values.bytes("c4nary-new-\(number)")
    }
}
