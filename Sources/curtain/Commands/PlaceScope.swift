/// How many regions and profiles a command can go through.
enum PlaceScope: Sendable {
    /// One region of one profile.
    case one
    /// Several regions of one profile.
    case regions
    /// Several regions of several profiles.
    case regionsAndProfiles

    /// Throws, rather than to take the first, where the options name more than the command can go through.
    func check(_ options: GlobalOptions) throws(UsageFailure) {
        if self == .one, let region = options.region, SessionPlaces.namesSeveral(region) {
            throw UsageFailure("--region takes one region here, not \(region)")
        }
        if self != .regionsAndProfiles, let profile = options.profile, profile.contains(",") {
            throw UsageFailure("--profile takes one profile here, not \(profile)")
        }
    }
}
