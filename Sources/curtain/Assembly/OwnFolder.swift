import FoundationEssentials
import Glibc
import Operations

/// The removal of what curtain itself put into one of its folders. Anything else in there stays.
enum OwnFolder {
    /// What is kept in the state folder.
    static let stateNames = [
        "audit.jsonl", "audit.head", "audit.lock", "fingerprint.key", "plans", "incidents", "demo"
    ]
    /// What is kept in the cache folder.
    static let cacheNames = ["names", "demo-python"]

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
