import StateFiles

/// Which names of a folder are folders themselves.
enum StateFolderKind {
    static func isFolder(_ name: String, in folder: StateFolder) -> Bool {
        do throws(StateFilesError) { return try StateFolder.existing(at: folder.path(of: name)) != nil } catch {
            return false
        }
    }
}
