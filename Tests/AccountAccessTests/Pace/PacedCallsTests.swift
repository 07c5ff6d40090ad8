import AWSClient
import Inventory
import SensitiveMemory
import StrictJSON
import Synchronization
import Testing

@testable import AccountAccess

@Suite("Lists of a service that turns calls away")
struct PacedCallsTests {
    /// A clock that only sleeping moves.
    final class Clock: ClientClock {
        private let time = Mutex(1_000_000.0)
        func now() -> Double { time.withLock { $0 } }
        func sleep(seconds: Double) async throws(CancellationError) {
            if Task.isCancelled { throw CancellationError() }
            time.withLock { $0 += seconds }
            await Task.yield()
        }
    }

    /// Parameter Store with 2,000 names that turns every so many calls away.
    final class Store: AWSCalling {
        private let state: Mutex<(store: PlayedParameters, calls: Int)>
        private let refusesEvery: Int

        init(_ names: [String], refusesEvery: Int) {
            state = Mutex((PlayedParameters(names, .index, .byHash), 0))
            self.refusesEvery = refusesEvery
        }

        func call(_ request: AWSRequest) async throws(AWSError) -> AWSResponse {
            #expect(request.waitsForItsTurn)
            await Task.yield()
            guard case .bytes(let bytes) = request.body,
                let root = try? bytes.withUnsafeBytes({ try JSONDocument(copying: $0) }).root
            else { throw AWSError(.invalidRequest, operation: "x", message: "no body") }
            let page: (names: [String], token: String?)? = state.withLock { state in
                state.calls += 1
                guard state.calls % refusesEvery != 0 else { return nil }
                return state.store.page(Self.region(root), root["NextToken"]?.string)
            }
            guard let page else {
                throw AWSError(
                    .throttled, operation: "ssm:DescribeParameters", code: "ThrottlingException",
                    message: "Rate exceeded")
            }
            var json = JSONWriter()
            json.object { answer in
                answer.key("Parameters")
                answer.array { list in
                    for name in page.names {
                        list.object {
                            $0.member("Name", name)
                            $0.member("Type", "String")
                        }
                    }
                }
                if let token = page.token { answer.member("NextToken", token) }
            }
            var text = json.text
            return AWSResponse(
                status: 200, headers: [:], requestID: "r",
                body: text.withUTF8 { WipedBuffer(copying: UnsafeRawBufferPointer($0)) })
        }

        private static func region(_ root: JSONNode) -> NameRegion {
            guard let filter = root["ParameterFilters"]?.elements.first(where: { _ in true }) else {
                return .everything
            }
            let values = filter["Values"]?.elements.compactMap { $0.string } ?? []
            return filter["Option"]?.string == "BeginsWith" ? .beginning(values) : .exactly(values)
        }
    }

    @Test("throttling slows the list down and never ends it; every name comes once", arguments: [2, 5, 50])
    func throttled(refusesEvery: Int) async throws {
        let names = (0..<2000).map { "/app\($0 % 7)/service\($0 % 13)/item\($0)" }
        let list = ParameterList(
            calls: PacedCalls(Store(names, refusesEvery: refusesEvery), clock: Clock()), region: "r")
        var given: [String] = []
        let pages = list.pages()
        while let page = try await pages.next() { given += page.map(\.common.name) }
        #expect(given.count == names.count && Set(given) == Set(names))
    }

    @Test("a service that turns everything away for a minute is an error in the end")
    func down() async throws {
        let calls = PacedCalls(Store([], refusesEvery: 1), clock: Clock())
        let failure = await #expect(throws: AWSError.self) {
            try await calls.call(
                AWSRequest(
                    service: .ssm, operation: "DescribeParameters", effect: .reads, body: .bytes(Array("{}".utf8))))
        }
        #expect(failure?.kind == .throttled)
    }
}
