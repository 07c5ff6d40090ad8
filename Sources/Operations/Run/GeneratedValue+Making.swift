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

    private static func make(_ pattern: ValuePattern) throws(OperationFailure) -> SecretBytes {
        do {
            return try SecretBytes(capacity: pattern.places.count) { room in
                var random = SystemRandomNumberGenerator()
                for (place, members) in pattern.places.enumerated() {
                    room[place] = members.randomElement(using: &random) ?? 0
                }
                return pattern.places.count
            }
        } catch {
            throw OperationFailure(.ownFault, "no locked memory is left for the value")
        }
    }

    /// A value by the kernel's random numbers, each class in it at least once.
    ///
    /// - Throws: `usage` if nothing is left to choose from, `ownFault` without locked memory.
    public func make() throws(OperationFailure) -> SecretBytes {
        if let pattern { return try Self.make(pattern) }
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
