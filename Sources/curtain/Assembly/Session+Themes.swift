import Settings
import StateFiles

extension Session {
    /// The person's own themes, those built in, and those that came with the program.
    var themes: ThemeCatalogue {
        ThemeCatalogue(folders: [folders.configuration + "/themes", ThemeCatalogue.systemFolder])
    }
}
