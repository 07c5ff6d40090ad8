import Glibc
import RandomSource

/// Makes wrong inputs out of right ones, always the same for the same seed.
struct Mutator {
    /// How many inputs a test tries; CURTAIN_FUZZ_ROUNDS for longer runs.
    static let rounds = getenv("CURTAIN_FUZZ_ROUNDS").flatMap { Int(String(cString: $0)) } ?? 1500

    private var random: SeededRandom
    private let seeds: [[UInt8]]
    /// Pieces that grammars care about.
    private let words: [[UInt8]]

    init(seed: UInt64, _ seeds: [String], words: [String]) {
        random = SeededRandom(seed: seed)
        self.seeds = seeds.map { Array($0.utf8) }
        self.words = words.map { Array($0.utf8) }
    }

    /// The next input: one of the seeds with one to six changes.
    mutating func next() -> [UInt8] {
        var bytes = seeds[Int.random(in: seeds.indices, using: &random)]
        for _ in 0..<Int.random(in: 1...6, using: &random) { change(&bytes) }
        return bytes
    }

    private mutating func change(_ bytes: inout [UInt8]) {
        let at = Int.random(in: 0...bytes.count, using: &random)
        switch Int.random(in: 0..<8, using: &random) {
        case 0: bytes.insert(UInt8.random(in: .min ... .max, using: &random), at: at)
        case 1: bytes.insert(contentsOf: words[Int.random(in: words.indices, using: &random)], at: at)
        case 2: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 1...8, using: &random)))
        case 3: bytes.removeSubrange(at..<bytes.count)
        case 4 where at < bytes.count: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 5:
            let piece = Array(bytes[at..<min(bytes.count, at + Int.random(in: 1...40, using: &random))])
            bytes.insert(contentsOf: piece, at: Int.random(in: 0...bytes.count, using: &random))
        case 6:
            let word = words[Int.random(in: words.indices, using: &random)]
            bytes.insert(
                contentsOf: repeatElement(word, count: Int.random(in: 1...200, using: &random)).joined(), at: at)
        default:
            let other = seeds[Int.random(in: seeds.indices, using: &random)]
            bytes.insert(contentsOf: other.prefix(Int.random(in: 0...other.count, using: &random)), at: at)
        }
    }
}
