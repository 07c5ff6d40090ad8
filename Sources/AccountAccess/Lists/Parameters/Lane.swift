/// One sequence of pages of DescribeParameters.
struct Lane {
    /// A lane is cut in its first pages only: what it has given must be asked for once more by its parts.
    static let mostPagesToCut = 8

    let region: NameRegion
    /// Lower goes first.
    let urgency: Int
    /// Of the next page; nil before the first.
    var token: String?
    var pages = 0
    /// Names of the region that others have given.
    var known: Set<String>
    /// The names that this lane has given, as long as it may still be cut.
    var given: [String]? = []
    /// The pages it had when a filter was tried beside it.
    var pagesAtTrial: Int?

    /// How many whole parts of a path its names have in common.
    var depth: Int {
        guard case .beginning(let prefixes) = region, let shortest = prefixes.min(by: { $0.count < $1.count }) else {
            return 0
        }
        return shortest.dropFirst().count { $0 == "/" }
    }

    /// The deeper it lies, the longer it must turn out before it is cut.
    var pagesBeforeCut: Int {
        switch depth {
        case 0: 1
        case 1: 4
        default: Self.mostPagesToCut
        }
    }

    init(region: NameRegion, urgency: Int, known: Set<String>) {
        self.region = region
        self.urgency = urgency
        self.known = known
    }
}
