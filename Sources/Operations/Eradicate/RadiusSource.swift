import FoundationEssentials
import Inventory

/// Where a blast radius begins.
public enum RadiusSource: Sendable {
    /// A value that a person names.
    case thing(Reference)
    /// The places where a leaked text was found.
    case places([MatchPlace])
    /// A function that somebody has got into: everything that it can read.
    case function(String, qualifier: String?)
    /// A role or user whose credentials got out.
    case principal(Reference)
    /// Everything that was read between two times; by one reader only, if one is named.
    case reads(since: Date, until: Date, by: Reference?)

    /// In words, for the plan.
    public var words: String {
        switch self {
        case .thing(let reference): "\(reference)"
        case .places(let places): "a leaked text, found in \(places.count) place\(places.count == 1 ? "" : "s")"
        case .function(let name, let qualifier):
            "what \(Reference.function(name: name, qualifier: qualifier)) can read"
        case .principal(let reference): "what \(reference) can read"
        case .reads(let since, let until, let reader):
            "what \(reader?.text ?? "anybody") read from \(since.formatted(.iso8601)) to \(until.formatted(.iso8601))"
        }
    }
}
