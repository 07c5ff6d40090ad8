import FoundationEssentials
import Testing

/// The published test vectors in the git-ignored folder `.vectors` of the repository.
enum Vectors {
    struct Missing: Error, CustomStringConvertible {
        let path: String
        var description: String { "\(path) is missing: run scripts/fetch-vectors" }
    }

    /// The folder of botocore's source distribution. Throws if the vectors were not fetched.
    static func folder(_ path: String) throws -> URL {
        var place = URL(filePath: #filePath)
        while place.path != "/" {
            place = place.deletingLastPathComponent()
            let found = place.appending(path: ".vectors/botocore/" + path)
            if FileManager.default.fileExists(atPath: found.path) { return found }
        }
        throw Missing(path: ".vectors/botocore/" + path)
    }

    static func text(_ url: URL) throws -> String {
        String(decoding: try Data(contentsOf: url), as: UTF8.self)
    }

    static func names(_ url: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
    }
}
