import AWSClient
import Operations
import SensitiveMemory
import Settings
import StateFiles

/// What a command has at hand: its options, its folders, its settings and its modes. Whatever costs a
/// connection or another file is made on demand.
struct Session: Sendable {
    var options: GlobalOptions
    let environment: ProcessEnvironment
    let folders: StandardFolders
    let settings: Settings
    /// What is wrong in the configuration; empty unless the command goes on all the same.
    let settingsProblems: [SettingsError.Problem]
    /// The region of the machine that this runs on; nil unless it was asked for and is needed.
    var instanceRegion: InstanceRegion?
    /// The client of a profile, where a command goes through several of its regions.
    var sharedClient: AWSClient?
    /// One key for all regions that a command goes through, so that their fingerprints compare.
    var sharedFingerprints: FingerprintKey?

    /// A region, and who says so.
    struct InstanceRegion: Sendable {
        let name: String
        let source: String
    }

    /// Reads the configuration file, if there is one. A wrong one is an error unless `toleratesWrongSettings`: then the
    /// defaults stand in for it.
    init(
        options: GlobalOptions, environment: ProcessEnvironment = .ofProcess, toleratesWrongSettings: Bool = false
    ) throws {
        self.options = options
        self.environment = environment
        folders = try Self.folders(environment)
        do throws(SettingsError) {
            settings = try Self.settings(options, environment, folders)
            settingsProblems = []
        } catch {
            guard toleratesWrongSettings else { throw error }
            settings = Settings()
            settingsProblems = error.problems
        }
    }

    /// The same with other options; what was read of the configuration stays.
    func with(_ options: GlobalOptions) -> Session { Session(self, options: options) }

    private init(_ other: Session, options: GlobalOptions) {
        self.options = options
        environment = other.environment
        folders = other.folders
        settings = other.settings
        settingsProblems = other.settingsProblems
        instanceRegion = other.instanceRegion
        sharedFingerprints = other.sharedFingerprints
    }

    /// What the person has switched on.
    var mode: AccessMode {
        AccessMode(
            readOnly: settings.isReadOnly(profile: profile), share: settings.share, secondFactorAge: secondFactorAge)
    }

    /// Whether the console speaks in lines, for screen readers.
    var isAccessible: Bool { settings.accessible }

    /// The profile by its name, for the rules that go by it.
    var profile: String? {
        options.profile ?? environment["CURTAIN_PROFILE"] ?? environment["AWS_DEFAULT_PROFILE"]
            ?? environment["AWS_PROFILE"] ?? settings.profile
    }

    /// Where configuration, state and cache are.
    static func folders(_ environment: ProcessEnvironment) throws -> StandardFolders {
        try StandardFolders(
            environment: environment.values(of: [
                "HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "CURTAIN_CONFIG_DIR",
                "CURTAIN_STATE_DIR", "CURTAIN_CACHE_DIR"
            ]))
    }

    /// The configuration file in force.
    static func configurationFile(_ options: GlobalOptions, _ folders: StandardFolders) -> String {
        options.config ?? folders.configuration + "/" + Settings.fileName
    }

    private static func settings(
        _ options: GlobalOptions, _ environment: ProcessEnvironment, _ folders: StandardFolders
    ) throws(SettingsError) -> Settings {
        var settings = try Settings(
            path: configurationFile(options, folders), isRequired: options.config != nil,
            environment: environment.values(of: SettingKey.allCases.compactMap(\.variable)))
        if options.readOnly { settings.set(.readOnly, to: .flag(true), from: .commandLine(option: "--read-only")) }
        if options.accessible {
            settings.set(.accessible, to: .flag(true), from: .commandLine(option: "--accessible"))
        }
        if options.share { settings.set(.share, to: .flag(true), from: .commandLine(option: "--share")) }
        if let theme = options.theme { settings.set(.theme, to: .text(theme), from: .commandLine(option: "--theme")) }
        if let profile = options.profile {
            settings.set(.profile, to: .text(profile), from: .commandLine(option: "--profile"))
        }
        return settings
    }
}
