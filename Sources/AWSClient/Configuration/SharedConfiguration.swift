import SensitiveMemory

/// The shared config and credentials files together: profiles, `sso-session` and `services` sections.
public struct SharedConfiguration: Sendable {
    /// The profiles of the config file.
    private(set) var configProfiles: [String: Profile] = [:]
    /// The profiles of the credentials file, where every section is one.
    private(set) var credentialProfiles: [String: Profile] = [:]
    private(set) var ssoSessions: [String: Profile] = [:]
    private(set) var services: [String: Profile] = [:]
    /// The files as they are shown, `~` for the home folder.
    let configPath: String
    let credentialsPath: String

    /// Reads both files from where the environment says they are; a missing one is empty.
    public static func load(
        environment: AWSEnvironment, files: any ConfigurationFiles = DiskFiles()
    ) throws(AWSError) -> SharedConfiguration {
        let config = environment["AWS_CONFIG_FILE"] ?? "~/.aws/config"
        let credentials = environment["AWS_SHARED_CREDENTIALS_FILE"] ?? "~/.aws/credentials"
        do throws(SharedFileError) {
            return SharedConfiguration(
                config: try read(config, environment, files), credentials: try read(credentials, environment, files))
        } catch {
            throw AWSError(
                .configuration, operation: "configuration", code: "ConfigParseError",
                message: error.words + "; correct the file")
        }
    }

    init(config: SharedFile, credentials: SharedFile) {
        configPath = config.path
        credentialsPath = credentials.path
        var plainDefault: Profile?
        for section in config.sections {
            let words = Self.words(section.name)
            let named = Profile(
                name: words.count == 2 ? words[1] : section.name, path: config.path, properties: section.properties)
            if section.name == "default" {
                plainDefault = named
            } else if words.count == 2 {
                switch words[0] {
                case "profile": configProfiles[words[1]] = named
                case "sso-session": ssoSessions[words[1]] = named
                case "services": services[words[1]] = named
                default: break
                }
            }
        }
        if configProfiles["default"] == nil { configProfiles["default"] = plainDefault }
        for section in credentials.sections {
            credentialProfiles[section.name] = Profile(
                name: section.name, path: credentials.path, properties: section.properties)
        }
    }

    /// The profile with the properties of both files; those of the credentials file win. nil if neither has it.
    func profile(_ name: String) -> Profile? {
        guard var result = configProfiles[name] else { return credentialProfiles[name] }
        for (key, property) in credentialProfiles[name]?.properties ?? [:] {
            result.properties[key] = property
            result.origins[key] = credentialsPath
        }
        return result
    }

    /// Every profile's name, sorted.
    public var profileNames: [String] {
        Set(configProfiles.keys).union(credentialProfiles.keys).sorted()
    }

    /// Every region that a profile names, sorted.
    public var regionNames: [String] {
        let profiles = Array(configProfiles.values) + Array(credentialProfiles.values)
        return Set(profiles.compactMap { $0["region"] }).sorted()
    }

    private static func read(
        _ path: String, _ environment: AWSEnvironment, _ files: any ConfigurationFiles
    ) throws(SharedFileError) -> SharedFile {
        let buffer: WipedBuffer?
        do throws(FileFailure) {
            buffer = try files.read(PathExpansion.expand(path, environment))
        } catch {
            throw SharedFileError(path: path, line: 0, reason: .unreadable)
        }
        guard let buffer else { return SharedFile(path: path, sections: []) }
        return try SharedFileParser.parse(buffer, path: path)
    }

    /// A section's name in words, as a shell would split it: quotes hold a name with spaces together. Empty
    /// if a quote is left open.
    static func words(_ name: String) -> [String] {
        var words: [String] = []
        var word: String?
        var quote: Character?
        var escaped = false
        for character in name {
            if escaped {
                word = (word ?? "") + String(character)
                escaped = false
            } else if let open = quote {
                if character == open {
                    quote = nil
                } else if character == "\\", open == "\"" {
                    escaped = true
                } else {
                    word = (word ?? "") + String(character)
                }
            } else if character == "\"" || character == "'" {
                quote = character
                word = word ?? ""
            } else if character == "\\" {
                escaped = true
            } else if character == " " || character == "\t" {
                if let done = word { words.append(done) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        if quote != nil || escaped { return [] }
        if let done = word { words.append(done) }
        return words
    }
}
