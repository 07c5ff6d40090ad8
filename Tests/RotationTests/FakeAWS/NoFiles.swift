import AWSClient
import SensitiveMemory

/// No AWS files at all.
struct NoFiles: ConfigurationFiles {
    func read(_ path: String) throws(FileFailure) -> WipedBuffer? { nil }
    func replace(_ path: String, with contents: WipedBuffer) throws(FileFailure) {}
}
