import FoundationEssentials
import Inventory
import StateFiles
import StrictJSON

/// The index of accesses in the cache folder: a line of coverage, then a line an event. Names and times only; it may be
/// removed at any time, and what it knew is asked again.
public struct AccessIndexFile: Sendable {
    /// The form of the file; another one is not read and is written anew.
    static let format = 1
    private static let limit = 256 << 20

    private let folder: StateFolder
    private let name: String

    /// - Parameter folder: the cache folder.
    public init(in folder: StateFolder, account: String, region: String) {
        self.folder = folder
        name = "accesses-\(account)-\(region).jsonl"
    }

    /// The index; empty if there is none or if it cannot be understood.
    public func load() throws(StateFilesError) -> AccessIndex {
        guard let bytes = try folder.contents(of: name, limit: Self.limit) else { return AccessIndex() }
        let lines = bytes.split(separator: UInt8(ascii: "\n"))
        guard let head = lines.first.flatMap(Self.node), head["format"]?.int == Self.format else {
            return AccessIndex()
        }
        var coverage: [String: [AccessInterval]] = [:]
        let spans = head["coverage"].map { Array($0.members) } ?? []
        for span in spans {
            guard let lookup = span.key.string else { continue }
            coverage[lookup] = span.value.elements.compactMap { (span: JSONNode) -> AccessInterval? in
                let times = span.elements.compactMap { $0.double }
                guard times.count == 2 else { return nil }
                return AccessInterval(
                    start: Date(timeIntervalSince1970: times[0]), end: Date(timeIntervalSince1970: times[1]))
            }
        }
        return AccessIndex(
            events: lines.dropFirst().compactMap(Self.node).compactMap(AccessEvent.init), coverage: coverage)
    }

    public func save(_ index: AccessIndex) throws(StateFilesError) {
        var head = JSONWriter()
        head.object { head in
            head.member("format", Self.format)
            head.key("coverage")
            head.object { coverage in
                for (lookup, spans) in index.coverage.sorted(by: { $0.key < $1.key }) {
                    coverage.key(lookup)
                    coverage.array { list in
                        for span in spans {
                            list.array {
                                $0.double(span.start.timeIntervalSince1970)
                                $0.double(span.end.timeIntervalSince1970)
                            }
                        }
                    }
                }
            }
        }
        var bytes = head.bytes + [UInt8(ascii: "\n")]
        for event in index.events {
            bytes += event.json
            bytes.append(UInt8(ascii: "\n"))
        }
        try folder.replace(name, with: bytes, folderSync: false)
    }

    private static func node(_ line: ArraySlice<UInt8>) -> JSONNode? {
        do throws(JSONError) { return try JSONDocument(copying: line).root } catch { return nil }
    }
}

extension AccessEvent {
    fileprivate var json: [UInt8] {
        var writer = JSONWriter()
        writer.object { line in
            line.member("id", id)
            line.key("time")
            line.double(time.timeIntervalSince1970)
            line.member("actor", actor)
            line.member("action", action)
            line.member("service", service)
            line.key("refs")
            line.array { list in for reference in references { list.string(reference.text) } }
            line.member("version", version)
            line.member("request", requestID)
            line.member("ip", sourceIP)
            line.member("agent", agent)
            line.member("by", invokedBy)
            line.member("error", errorCode)
        }
        return writer.bytes
    }

    fileprivate init?(_ node: JSONNode) {
        guard let id = node["id"]?.string, let time = node["time"]?.double, let actor = node["actor"]?.string,
            let action = node["action"]?.string
        else { return nil }
        let references = node["refs"].map { Array($0.elements) } ?? []
        self.init(
            id: id, time: Date(timeIntervalSince1970: time), actor: actor, action: action,
            service: node["service"]?.string ?? "",
            references: references.compactMap { node in
                guard let text = node.string else { return nil }
                do throws(ReferenceError) { return try Reference(parsing: text) } catch { return nil }
            }, version: node["version"]?.string, requestID: node["request"]?.string, sourceIP: node["ip"]?.string,
            agent: node["agent"]?.string, invokedBy: node["by"]?.string, errorCode: node["error"]?.string)
    }
}
