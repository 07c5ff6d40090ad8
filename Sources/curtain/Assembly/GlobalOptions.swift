import ArgumentParser

/// The options that every command takes, before or behind its name.
struct GlobalOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Use this profile of the AWS files (CURTAIN_PROFILE); NAME,NAME for several.", valueName: "name"),
        completion: .shellCommand("aws configure list-profiles 2>/dev/null"))
    var profile: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Use this region; REGION,REGION or all for several. What takes one only says so.", valueName: "region"))
    var region: String?

    @Option(name: .customLong("endpoint-url"), help: ArgumentHelp("Send every call to this address.", valueName: "url"))
    var endpointURL: String?

    @Option(name: .shortAndLong, help: "The form of the output; a table where there is nothing else to say.")
    var output: OutputFormat?

    @Flag(name: .customLong("no-color"), help: "No colours.")
    var noColor = false

    @Option(name: .long, help: ArgumentHelp("Use this theme (CURTAIN_THEME).", valueName: "name"))
    var theme: String?

    @Flag(name: .long, help: "The console in lines, for screen readers (CURTAIN_ACCESSIBLE=1).")
    var accessible = false

    @Flag(name: .customLong("read-only"), help: "Change nothing and reveal nothing (CURTAIN_READ_ONLY=1).")
    var readOnly = false

    @Flag(name: .long, help: "Others are watching: no value and no size is shown (CURTAIN_SHARE=1).")
    var share = false

    @Option(name: .long, help: ArgumentHelp("Work for this incident; otherwise for the attached one.", valueName: "id"))
    var incident: String?

    @Option(
        name: .long, help: ArgumentHelp("Read this configuration instead of the folder's.", valueName: "file"),
        completion: .file(extensions: ["toml"]))
    var config: String?

    @Option(name: .long, help: ArgumentHelp("Give each call this many seconds.", valueName: "seconds"))
    var timeout: Double?

    @Flag(name: .customLong("no-input"), help: "Never ask; what would be asked is an error.")
    var noInput = false

    @Flag(name: .shortAndLong, help: "Say nothing on standard error but errors.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "Log operation, target, request id and time of each call to standard error.")
    var verbose = false

    /// Whether more than one region or profile is asked for.
    var namesSeveralPlaces: Bool {
        region.map(SessionPlaces.namesSeveral) ?? false || profile?.contains(",") ?? false
    }

    mutating func validate() throws {
        if let timeout, !(timeout > 0 && timeout <= 3600) {
            throw ValidationError("--timeout takes seconds between 0 and 3600, not \(timeout).")
        }
        if let region, region.isEmpty { throw ValidationError("--region is empty.") }
        if let profile, profile.isEmpty { throw ValidationError("--profile is empty.") }
    }
}

extension OutputFormat: ExpressibleByArgument {}
