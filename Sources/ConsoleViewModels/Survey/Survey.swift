import Inventory

/// What a whole list tells when it is gone through once: how often each pulse applies, and which values are the same.
public struct Survey: Sendable, Equatable {
    public let kind: ResourceKind
    /// How many rows there were.
    public let total: Int
    private var counts: [Int]
    let equals: EqualValues

    /// Goes through the rows. A large list is surveyed away from the main loop: see `SurveyJob`.
    init(kind: ResourceKind, rows: [ResourceRow], wall: Double) {
        self.kind = kind
        total = rows.count
        equals = EqualValues(rows: kind == .function ? rows : [])
        let pulses = Pulse.allCases.filter { $0.kinds.contains(kind) }
        counts = [Int](repeating: 0, count: Pulse.allCases.count)
        for row in rows {
            for pulse in pulses where pulse.applies(to: row, equals: equals, wall: wall) {
                counts[pulse.rawValue] += 1
            }
        }
    }

    public func count(of pulse: Pulse) -> Int { counts[pulse.rawValue] }
}

/// A survey that is too long for a key press. `run()` is pure and may run on any thread.
public struct SurveyJob: Sendable, Equatable {
    public let kind: ResourceKind
    /// The load whose rows it goes through.
    public let generation: Int
    let rows: [ResourceRow]
    let wall: Double

    public func run() -> SurveyResult {
        SurveyResult(generation: generation, survey: Survey(kind: kind, rows: rows, wall: wall))
    }

    /// Two jobs are the same if they are about the same load.
    public static func == (left: SurveyJob, right: SurveyJob) -> Bool {
        left.kind == right.kind && left.generation == right.generation
    }
}

/// What `SurveyJob.run()` found.
public struct SurveyResult: Sendable, Equatable {
    let generation: Int
    let survey: Survey
}
