import FoundationEssentials

/// Unicode's own data files, in the git-ignored folder `.vectors` of the repository.
enum UnicodeData {
    struct Missing: Error, CustomStringConvertible {
        let path: String
        var description: String { "\(path) is missing: run scripts/fetch-vectors" }
    }

    /// The lines of a file that say something, without their comments.
    static func lines(_ name: String) throws -> [Substring] {
        var place = URL(filePath: #filePath)
        while place.path != "/" {
            place = place.deletingLastPathComponent()
            let found = place.appending(path: ".vectors/unicode/" + name)
            guard FileManager.default.fileExists(atPath: found.path) else { continue }
            return String(decoding: try Data(contentsOf: found), as: UTF8.self)
                .split(separator: "\n").map { $0.prefix { $0 != "#" } }
                .filter { !$0.allSatisfy(\.isWhitespace) }
        }
        throw Missing(path: ".vectors/unicode/" + name)
    }

    /// A property of scalars: each range of the file with its word.
    static func ranges(_ name: String) throws -> [(scalars: ClosedRange<UInt32>, word: String)] {
        try lines(name).compactMap { line in
            let fields = line.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
            guard fields.count >= 2, let range = range(fields[0]) else { return nil }
            return (range, fields[1])
        }
    }

    /// `1F600` or `1F600..1F64F`.
    private static func range(_ text: String) -> ClosedRange<UInt32>? {
        let ends = text.split(separator: ".").compactMap { UInt32($0, radix: 16) }
        guard let first = ends.first, let last = ends.last else { return nil }
        return first...last
    }

    /// `1F469 200D 1F4BB`; nil where it has a lone surrogate.
    static func text(_ codes: some StringProtocol) -> String? {
        var text = String.UnicodeScalarView()
        for code in codes.split(whereSeparator: \.isWhitespace) {
            guard let value = UInt32(code, radix: 16), let scalar = Unicode.Scalar(value) else { return nil }
            text.append(scalar)
        }
        return String(text)
    }
}
