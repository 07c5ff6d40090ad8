import FoundationEssentials
import Glibc
import Operations

/// The removal of what curtain itself put into one of its folders. Anything else in there stays.
enum OwnFolder {
    /// What is kept in the state folder.
    static let stateNames = [
        "audit.jsonl", "audit.head", "audit.lock", "audit.shipped", "audit.ship.lock", "audit.anchors", "mfa.key",
        "fingerprint.key", "plans", "incidents", "demo"
    ]
    /// What is kept in the cache folder.
    static let cacheNames = ["names", "demo-python"]

    /// The closed parts of the audit trail, and what was set aside of it.
    static func trailParts(in folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { name in
            guard name.hasPrefix("audit."), name.hasSuffix(".jsonl") else { return false }
            let digits = name.dropFirst("audit.".count).dropLast(".jsonl".count)
            return digits.count >= 12 && digits.allSatisfy(\.isNumber)
        }.sorted()
    }

    /// Those of the names that are there.
    static func present(_ names: [String], in folder: String) -> [String] {
        names.map { folder + "/" + $0 }.filter { path in
            var status = stat()
            return lstat(path, &status) == 0
        }
    }

    /// Removes files and folders. A symbolic link is removed, never what it leads to.
    static func remove(_ paths: [String]) throws(OperationFailure) {
        for path in paths {
            do {
                try FileManager.default.removeItem(atPath: path)
            } catch {
                throw OperationFailure(.failed, "cannot remove \(path): \(SystemText.of(errno: errno))")
            }
        }
    }
}
