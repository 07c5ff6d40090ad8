import FoundationEssentials
import Inventory
import StrictJSON

/// How things were when the first containment began: taken beside it, never waited for longer than it is allowed.
public struct EvidenceSnapshot: Sendable {
    /// The most that a containment waits for its evidence.
    public static let limit = Duration.seconds(15)

    /// What became of a part.
    public enum Outcome: Sendable {
        case lines([(label: String, text: String)])
        case failed(String)
        /// It did not come in time.
        case late
    }

    public let reference: String
    public let taken: Date
    public let parts: [(title: String, outcome: Outcome)]

    /// How many parts are missing.
    public var missing: Int {
        parts.count { part in
            switch part.outcome {
            case .lines: false
            case .failed, .late: true
            }
        }
    }

    /// Reads all parts side by side until they are there or the limit is reached.
    public static func take(
        _ parts: [EvidencePart], of reference: Reference, at time: Date, limit: Duration = EvidenceSnapshot.limit
    ) async -> EvidenceSnapshot {
        let outcomes = await withTaskGroup(of: (Int, Outcome)?.self) { group in
            for (index, part) in parts.enumerated() {
                group.addTask {
                    do throws(OperationFailure) { return (index, .lines(try await part.read())) } catch {
                        return (index, .failed(error.message))
                    }
                }
            }
            group.addTask {
                do { try await Task.sleep(for: limit) } catch {}
                return nil
            }
            var outcomes = [Outcome](repeating: .late, count: parts.count)
            var waiting = parts.count
            while waiting > 0, let next = await group.next() {
                guard let (index, outcome) = next else { break }
                outcomes[index] = outcome
                waiting -= 1
            }
            group.cancelAll()
            return outcomes
        }
        return EvidenceSnapshot(
            reference: reference.text, taken: time, parts: zip(parts, outcomes).map { ($0.title, $1) })
    }

    /// The file of the incident's folder: JSON on one line.
    public var json: [UInt8] {
        var writer = JSONWriter()
        writer.object { json in
            json.member("format", 1)
            json.member("ref", reference)
            json.member("taken", TimelineTime.text(taken))
            json.key("parts")
            json.array { list in
                for part in parts {
                    list.object { member in
                        member.member("title", part.title)
                        switch part.outcome {
                        case .lines(let lines):
                            member.key("lines")
                            member.array { rows in
                                for line in lines {
                                    rows.object {
                                        $0.member("label", line.label)
                                        $0.member("text", line.text)
                                    }
                                }
                            }
                        case .failed(let problem): member.member("problem", problem)
                        case .late: member.member("problem", "not in time")
                        }
                    }
                }
            }
        }
        return writer.bytes
    }
}
