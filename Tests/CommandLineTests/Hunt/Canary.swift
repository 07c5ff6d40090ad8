/// A value that must not get out: 32 letters and digits that nothing else contains.
struct Canary: Hashable, Sendable {
    /// Where it was planted.
    let name: String
    let text: String

    init(_ name: String) {
        self.name = name
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
        text = String((0..<32).map { _ in letters[Int.random(in: letters.indices)] })
    }

    var bytes: [UInt8] { Array(text.utf8) }

    /// Both halves: what was cut short is found too.
    var pieces: [[UInt8]] { [Array(bytes.prefix(16)), Array(bytes.suffix(16))] }
}
