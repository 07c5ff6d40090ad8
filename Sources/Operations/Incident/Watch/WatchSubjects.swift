import FoundationEssentials
import Inventory

/// What the timeline says was rotated, contained and touched: what there is to watch.
public struct WatchSubjects: Equatable, Sendable {
    /// The old credentials, each with the moment from which it is old.
    public private(set) var credentials: [(reference: Reference, since: Date)] = []
    /// The names of the functions that a plan or containment has touched.
    public private(set) var functions: [String] = []

    public init(_ timeline: Timeline) {
        for entry in timeline.entries {
            guard let target = entry.containment?.reference ?? entry.target, let reference = Self.reference(target)
            else { continue }
            switch reference {
            case .function(let name, _), .variable(let name, _, _), .alias(let name, _), .functionURL(let name):
                guard entry.plan != nil || entry.containment != nil else { continue }
                if !functions.contains(name) { functions.append(name) }
            case .accessKey where entry.action == .contained: add(reference, entry.time)
            case .secret(let name, _, _) where entry.action.rawValue == Self.finished:
                add(.secret(name: name), entry.time)
            case .parameter(let name, _) where entry.action.rawValue == Self.finished:
                add(.parameter(name: name), entry.time)
            case .accessKey, .secret, .parameter, .key, .role, .user, .eventSourceMapping, .stack: continue
            }
        }
    }

    private static let finished = "apply.finished"

    private mutating func add(_ reference: Reference, _ time: Date) {
        if let place = credentials.firstIndex(where: { $0.reference == reference }) {
            credentials[place].since = time
        } else {
            credentials.append((reference, time))
        }
    }

    private static func reference(_ text: String) -> Reference? {
        do throws(ReferenceError) { return try Reference(parsing: text) } catch { return nil }
    }

    public static func == (one: WatchSubjects, two: WatchSubjects) -> Bool {
        one.functions == two.functions && one.credentials.elementsEqual(two.credentials) { $0 == $1 }
    }
}
