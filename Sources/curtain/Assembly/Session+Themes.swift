import Settings
import StateFiles

extension Session {
    /// The person's own themes, those built in, and those that came with the program.
    var themes: ThemeCatalogue {
        ThemeCatalogue(folders: [folders.configuration + "/themes", ThemeCatalogue.systemFolder])
    }

    /// The keys that the person has moved. The file is `ui.keys`, in the configuration folder unless it is absolute.
    func keyFile() throws(SettingsError) -> KeyFile {
        let name = settings.keys
        return try KeyFile(path: name.hasPrefix("/") ? name : folders.configuration + "/" + name)
    }
}
