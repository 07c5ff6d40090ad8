import ConsoleViewModels
import ConsoleViews
import Glibc
import TerminalCanvas

/// A console without a terminal: every event is handled and painted, as the loop does it.
struct Desk {
    private var model: ConsoleModel
    private let buffer = ScreenBuffer(rows: 40, columns: 120)
    private var sorts: [SortJob] = []
    private var surveys: [SurveyJob] = []
    private var remains: [RowRemains] = []
    /// What the work beside the loop took, in milliseconds.
    private(set) var jobTimes: [Double] = []

    init() {
        model = ConsoleModel(
            settings: ConsoleSettings(region: "eu-west-1"), columns: 120, rows: 40, now: Self.clock())
        _ = model.start()
    }

    mutating func send(_ event: ConsoleEvent) {
        for effect in model.handle(event, at: Self.clock()) {
            if case .sort(let job) = effect { sorts.append(job) }
            if case .survey(let job) = effect { surveys.append(job) }
            if case .letGo(let rows) = effect { remains.append(rows) }
        }
        ConsoleView.draw(model, into: buffer)
    }

    mutating func press(_ keys: Key...) {
        for key in keys { send(.key(key)) }
    }

    /// Milliseconds of processor time that the work took: what a person waits for where nothing else runs.
    mutating func time(_ body: (inout Desk) -> Void) -> Double {
        let start = Self.seconds(CLOCK_THREAD_CPUTIME_ID)
        body(&self)
        return (Self.seconds(CLOCK_THREAD_CPUTIME_ID) - start) * 1e3
    }

    /// Does what was left to others, and times how long the loop needs to take the answers in.
    mutating func answerJobs() -> [Double] {
        var times: [Double] = []
        let (orders, counts) = (sorts, surveys)
        (sorts, surveys) = ([], [])
        for job in orders {
            var result: SortedRows?
            jobTimes.append(time { _ in result = job.run() })
            if let result { times.append(time { $0.send(.sorted(result)) }) }
        }
        for job in counts {
            var result: SurveyResult?
            jobTimes.append(time { _ in result = job.run() })
            if let result { times.append(time { $0.send(.surveyed(result)) }) }
        }
        for rows in remains { jobTimes.append(time { _ in rows.release() }) }
        remains = []
        return times
    }

    /// What each keystroke of a filter took; the filter is dropped again.
    mutating func type(_ word: String, after mark: String) -> [Double] {
        press("/")
        let times = (mark + word).map { character in time { $0.press(.character(character)) } }
        press(.escape)
        return times
    }

    private static func clock() -> ClockReading {
        let seconds = seconds(CLOCK_MONOTONIC)
        return ClockReading(wall: 1_795_528_920 + seconds, monotonic: seconds)
    }

    private static func seconds(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
