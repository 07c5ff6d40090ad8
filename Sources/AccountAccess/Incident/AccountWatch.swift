import AWSClient
import AWSServices
import FoundationEssentials
import Inventory
import Operations

/// Looks for uses of old credentials in CloudTrail, under its two requests a second in each region.
public struct AccountWatch: WatchReading {
    /// So many pages of one lookup at each look; more than that is said to be unseen.
    static let pages = 20

    private let regions: [(name: String, calls: any AWSCalling)]
    let responder: Responder
    private let pause: Duration

    /// - Parameters:
    ///   - calls: those of the home region first.
    ///   - pause: between two calls to a region.
    public init(
        regions: [(name: String, calls: any AWSCalling)], responder: Responder, pause: Duration = .milliseconds(600)
    ) {
        self.regions = regions
        self.responder = responder
        self.pause = pause
    }

    /// The regions that are looked at, the home region first.
    public var names: [String] { regions.map(\.name) }

    var home: any AWSCalling { regions[0].calls }

    public func look(for targets: [WatchTarget]) async -> [WatchLook] {
        await withTaskGroup(of: WatchLook.self) { group in
            for region in regions {
                group.addTask { await look(at: region.name, region.calls, targets) }
            }
            var looks: [WatchLook] = []
            for await look in group { looks.append(look) }
            return looks.sorted { $0.region < $1.region }
        }
    }

    private func look(at region: String, _ calls: any AWSCalling, _ targets: [WatchTarget]) async -> WatchLook {
        var uses: [WatchUse] = []
        var problems: [String] = []
        for lookup in WatchLookup.lookups(for: targets) {
            var operation = CloudTrail.LookupEvents(attribute: lookup.attribute, start: lookup.since, end: nil)
            for page in 1...Self.pages {
                do throws(AWSError) {
                    let answer = try await calls.perform(operation)
                    for target in targets { uses += answer.events.compactMap { use(of: target, $0, region) } }
                    operation.token = answer.nextToken
                    try await wait()
                } catch {
                    problems.append(
                        OperationFailure(error, cannot: "look up \(lookup.words) in \(region)").message)
                    break
                }
                // What is older than the rotation is only looked at for the last use before.
                guard operation.token != nil, lookup.since != nil else { break }
                if page == Self.pages {
                    problems.append(
                        "\(lookup.words) in \(region): more than \(Self.pages * 50) events, the rest not seen")
                }
            }
        }
        var newest: Date?
        do throws(AWSError) {
            let all = CloudTrail.LookupEvents(attribute: nil, start: nil, end: nil)
            newest = try await calls.perform(all).events.map(\.time).max()
        } catch {
            problems.append(OperationFailure(error, cannot: "look up the newest event in \(region)").message)
        }
        return WatchLook(region: region, newest: newest, uses: uses, problems: problems)
    }

    private func use(of target: WatchTarget, _ event: CloudTrail.Event, _ region: String) -> WatchUse? {
        guard WatchLookup.isUse(event, of: target) else { return nil }
        let isOwn = event.actor == responder.arn || event.accessKeyID.map(responder.accessKeyIDs.contains) ?? false
        return WatchUse(
            id: Cleaned.text(event.id), time: event.time, reference: target.reference.text,
            actor: Cleaned.text(event.actor), action: Cleaned.text(event.name), region: region,
            requestID: Cleaned.text(event.requestID), sourceIP: Cleaned.text(event.sourceIP),
            agent: Cleaned.text(event.agent), errorCode: Cleaned.text(event.errorCode), isOwn: isOwn)
    }

    private func wait() async throws(AWSError) {
        do { try await Task.sleep(for: pause) } catch {
            throw AWSError(.cancelled, operation: "cloudtrail:LookupEvents", message: "cancelled")
        }
    }
}

extension AccountWatch {
    public func pulses(
        of functions: [String], minutes: Int, now: Date
    ) async throws(OperationFailure) -> [FunctionPulse] {
        guard !functions.isEmpty else { return [] }
        // The current minute is not over: it is the last cell all the same.
        let last = (now.timeIntervalSince1970 / 60).rounded(.down) * 60
        let times = (0..<minutes).map { Date(timeIntervalSince1970: last - Double(minutes - 1 - $0) * 60) }
        func counts(_ metric: String) async throws(OperationFailure) -> [String: [Date: Int]] {
            do throws(AWSError) {
                return try await home.perform(
                    CloudWatch.GetMetricData(
                        metric: metric, functions: functions, start: times[0],
                        end: Date(timeIntervalSince1970: last + 60))
                ).points
            } catch {
                throw OperationFailure(error, cannot: "read \(metric) of the functions")
            }
        }
        let errors = try await counts("Errors")
        let throttles = try await counts("Throttles")
        return functions.map { name in
            FunctionPulse(
                function: name, errors: times.map { errors[name]?[$0] ?? 0 },
                throttles: times.map { throttles[name]?[$0] ?? 0 })
        }
    }
}
