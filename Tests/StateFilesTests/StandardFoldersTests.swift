import StateFiles
import Testing

@Suite("Where files are kept")
struct StandardFoldersTests {
    @Test("below HOME unless XDG or curtain's own variables say otherwise")
    func order() throws {
        let plain = try StandardFolders(environment: ["HOME": "/h"])
        #expect(plain.configuration == "/h/.config/curtain")
        #expect(plain.state == "/h/.local/state/curtain")
        #expect(plain.cache == "/h/.cache/curtain")
        let xdg = try StandardFolders(environment: [
            "HOME": "/h", "XDG_CONFIG_HOME": "/c", "XDG_STATE_HOME": "relative", "XDG_CACHE_HOME": ""
        ])
        #expect(xdg.configuration == "/c/curtain")
        #expect(xdg.state == plain.state)
        #expect(xdg.cache == plain.cache)
        let own = try StandardFolders(environment: [
            "HOME": "/h", "XDG_STATE_HOME": "/s", "CURTAIN_STATE_DIR": "/own", "CURTAIN_CACHE_DIR": ""
        ])
        #expect(own.state == "/own")
        #expect(own.cache == plain.cache)
    }
}
