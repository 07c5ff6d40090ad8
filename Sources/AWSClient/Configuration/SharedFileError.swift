/// Why a shared file cannot be read: the file, the line, the reason. Never quotes the line, which may hold
/// a key.
struct SharedFileError: Error, Equatable {
    enum Reason: String {
        case noSection = "a line before the first [section]"
        case notAProperty = "neither a [section] nor a `name = value`"
        case noName = "nothing before the equals sign"
        case duplicateSection = "this section is there twice"
        case duplicateProperty = "this name is there twice in its section"
        case nestedNotAProperty = "an indented line without `name = value`"
        case notUTF8 = "bytes that are not UTF-8"
        case unreadable = "cannot be read"
        case noMemory = "no locked memory left for its keys"
    }

    let path: String
    /// From 1; 0 for the file as a whole.
    let line: Int
    let reason: Reason

    var words: String { line > 0 ? "\(path), line \(line): \(reason.rawValue)" : "\(path): \(reason.rawValue)" }
}
