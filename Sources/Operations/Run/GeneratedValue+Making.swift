import SensitiveMemory

extension GeneratedValue {
    private static let lower = Array("abcdefghijklmnopqrstuvwxyz".utf8)
    private static let upper = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
    private static let digits = Array("0123456789".utf8)
    /// Those of Secrets Manager's GetRandomPassword.
    private static let punctuation = Array(##"!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"##.utf8)

    /// The characters of each class that may occur; a class of which none is left is not asked for.
    private var classes: [[UInt8]] {
        let all = [Self.lower, Self.upper, Self.digits] + (excludesPunctuation ? [] : [Self.punctuation])
        let forbidden = Set(excluded.utf8)
        return all.map { $0.filter { !forbidden.contains($0) } }.filter { !$0.isEmpty }
    }

    /// A value by the kernel's random numbers, each class in it at least once.
    ///
    /// - Throws: `usage` if nothing is left to choose from, `ownFault` without locked memory.
    public func make() throws(OperationFailure) -> SecretBytes {
        let classes = classes
        let alphabet = classes.flatMap { $0 }
        guard alphabet.count > 1, length >= classes.count else {
            throw OperationFailure(.usage, "too many characters are excluded to generate a value of \(length)")
        }
        do {
            return try SecretBytes(capacity: length) { room in
                var random = SystemRandomNumberGenerator()
                repeat {
                    for place in 0..<length { room[place] = alphabet.randomElement(using: &random) ?? 0 }
                } while !classes.allSatisfy { members in room[..<length].contains { members.contains($0) } }
                return length
            }
        } catch {
            throw OperationFailure(.ownFault, "no locked memory is left for the value")
        }
    }
}
