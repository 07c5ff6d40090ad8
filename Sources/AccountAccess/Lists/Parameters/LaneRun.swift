import AWSClient
import AWSServices
import Inventory

/// Carries a `LanePlan` out: a task for each page that is under way, and the pages as they come. What waits to be
/// taken is at most a page a lane.
final class LaneRun {
    private struct Page: Sendable {
        let names: [String]
        let rows: [ResourceRow]
        let token: String?
    }

    private typealias Answer = (ask: LanePlan.Ask, outcome: Result<Page, AWSError>)

    private let calls: PacedCalls
    private let region: String
    private let sharing = SharedRowParts()
    private var plan = LanePlan()
    private var tasks: [Int: Task<Void, Never>] = [:]
    private var turnedAway = 0
    private let sink: AsyncStream<Answer>.Continuation
    private var answers: AsyncStream<Answer>.Iterator

    init(calls: PacedCalls, region: String) {
        self.calls = calls
        self.region = region
        let (stream, sink) = AsyncStream<Answer>.makeStream()
        self.sink = sink
        answers = stream.makeAsyncIterator()
    }

    deinit { stop() }

    /// The next page's rows, those that were not given before; nil behind the last page.
    func next() async throws(AWSError) -> [ResourceRow]? {
        while true {
            for ask in plan.asks() { start(ask) }
            guard !plan.isDone, !tasks.isEmpty else {
                stop()
                return nil
            }
            guard let (ask, outcome) = await answers.next() else {
                stop()
                throw AWSError(.cancelled, operation: "ssm:DescribeParameters", message: "cancelled")
            }
            tasks[ask.lane] = nil
            adapt()
            switch outcome {
            case .success(let page):
                return plan.take(ask, names: page.names, token: page.token).map { page.rows[$0] }
            case .failure(let error):
                guard error.kind == .invalidRequest, plan.refuse(ask) else {
                    stop()
                    throw error
                }
            }
        }
    }

    private func start(_ ask: LanePlan.Ask) {
        let (calls, region, sharing, sink) = (calls, region, sharing, sink)
        tasks[ask.lane] = Task {
            var operation = ParameterStore.DescribeParameters(filters: ask.region.filters)
            operation.token = ask.token
            var pages = AnswerPages(operation, on: calls)
            do throws(AWSError) {
                let answer = try await pages.next()
                let found = answer?.parameters ?? []
                let page = Page(
                    names: found.map(\.name),
                    rows: found.map { .parameter(ParameterRow($0, region: region, sharing: sharing)) },
                    token: answer?.nextToken)
                sink.yield((ask, .success(page)))
            } catch {
                sink.yield((ask, .failure(error)))
            }
        }
    }

    private func adapt() {
        let count = calls.turnedAway(.ssm)
        if count > turnedAway { plan.slowDown() }
        turnedAway = count
    }

    private func stop() {
        for task in tasks.values { task.cancel() }
        tasks = [:]
        sink.finish()
    }
}
