import SensitiveMemory
import Testing

@testable import AWSClient

@Suite("The transport against a server on loopback")
struct CurlTransportTests {
    private func request(_ server: LoopbackServer, _ target: String = "/", timeout: Double = 30) -> HTTPRequest {
        HTTPRequest(
            method: "GET", endpoint: Endpoint(scheme: .http, host: "127.0.0.1", port: server.port), target: target,
            totalTimeout: timeout)
    }

    private func text(_ response: HTTPResponse) -> String {
        response.body.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
    }

    private func failure(_ transport: CurlTransport, _ request: HTTPRequest) async -> TransportError? {
        do throws(TransportError) {
            _ = try await transport.send(request)
            return nil
        } catch {
            return error
        }
    }

    @Test("a kept connection is used again")
    func keepAlive() async throws {
        let server = try LoopbackServer { .bytes(LoopbackServer.answer("hello \($0.target)")) }
        defer { server.stop() }
        let transport = CurlTransport()
        for number in 0..<20 {
            let response = try await transport.send(request(server, "/\(number)"))
            #expect(response.status == 200)
            #expect(text(response) == "hello /\(number)")
        }
        #expect(server.connections == 1)
    }

    @Test("what must not be sent twice takes a fresh connection")
    func freshConnection() async throws {
        let server = try LoopbackServer { _ in .bytes(LoopbackServer.answer("x")) }
        defer { server.stop() }
        let transport = CurlTransport()
        for _ in 0..<3 {
            var change = request(server)
            change.isRepeatable = false
            _ = try await transport.send(change)
        }
        #expect(server.connections == 3)
    }

    @Test("200 exchanges at once, each with its own answer, over no more connections than allowed")
    func many() async throws {
        let server = try LoopbackServer { .bytes(LoopbackServer.answer($0.target)) }
        defer { server.stop() }
        let transport = CurlTransport(.init(connectionsPerHost: 20))
        let answers = try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<200 {
                group.addTask { text(try await transport.send(request(server, "/\(number)"))) == "/\(number)" }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.count == 200)
        #expect(answers.allSatisfy { $0 })
        #expect(server.connections <= 20)
    }

    @Test("method, path, headers and body arrive as they were given, and nothing else does")
    func asGiven() async throws {
        let server = try LoopbackServer { _ in .bytes(LoopbackServer.answer("")) }
        defer { server.stop() }
        let transport = CurlTransport()
        let token = try Array("fake-token".utf8).withUnsafeBytes { try SecretBytes(copying: $0) }
        let body = try Array("fake-body".utf8).withUnsafeBytes { try SecretBytes(copying: $0) }
        for form in [AWSRequest.Body.bytes(Array("fake-body".utf8)), .secret(body)] {
            var put = request(server, "/a/../b%2Fc/?x=%20")
            put.method = "PUT"
            put.headers = [HTTPHeader("X-One", "1"), HTTPHeader("X-Token", secret: token)]
            put.body = form
            _ = try await transport.send(put)
        }
        for got in server.requests {
            #expect(got.method == "PUT")
            #expect(got.target == "/a/../b%2Fc/?x=%20")
            #expect(got.body == Array("fake-body".utf8))
            #expect(got.headers["x-token"] == "fake-token")
            #expect(
                Set(got.headers.keys) == ["host", "x-one", "x-token", "content-length", "accept-encoding"])
            #expect(got.headers["accept-encoding"] == "identity")
        }
        #expect(server.requests.count == 2)
    }

    @Test("an empty POST has a length of 0 and no body")
    func emptyPost() async throws {
        let server = try LoopbackServer { _ in .bytes(LoopbackServer.answer("")) }
        defer { server.stop() }
        var post = request(server)
        post.method = "POST"
        _ = try await CurlTransport().send(post)
        #expect(server.requests.first?.headers["content-length"] == "0")
        #expect(server.requests.first?.method == "POST")
    }

    @Test("a DELETE without a body is one")
    func delete() async throws {
        let server = try LoopbackServer { _ in .bytes(LoopbackServer.answer("", status: 204)) }
        defer { server.stop() }
        var delete = request(server)
        delete.method = "DELETE"
        let response = try await CurlTransport().send(delete)
        #expect(response.status == 204)
        #expect(server.requests.first?.method == "DELETE")
    }

    @Test("redirects are answers, not followed")
    func redirect() async throws {
        let server = try LoopbackServer { _ in
            .bytes(LoopbackServer.answer("", status: 307, headers: ["Location: /elsewhere"]))
        }
        defer { server.stop() }
        let response = try await CurlTransport().send(request(server))
        #expect(response.status == 307)
        #expect(response.headers["location"] == "/elsewhere")
        #expect(server.requests.count == 1)
    }

    @Test(
        "each broken answer is one clear error",
        arguments: [
            (
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"short\":", TransportError.Kind.malformed,
                "CURLE_PARTIAL_FILE"
            ),
            ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab", .malformed, "CURLE_PARTIAL_FILE"),
            (
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 8\r\n\r\nnot gzip", .malformed,
                "CURLE_BAD_CONTENT_ENCODING"
            ),
            ("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\nx", .malformed, "CURLE_WEIRD_SERVER_REPLY"),
            ("SSH-2.0-OpenSSH\r\n", .malformed, "CURLE_WEIRD_SERVER_REPLY"),
            ("", .broken, "CURLE_GOT_NOTHING")
        ])
    func broken(answer: String, kind: TransportError.Kind, code: String) async throws {
        let server = try LoopbackServer { _ in .bytesThenClose(answer) }
        defer { server.stop() }
        let error = try #require(await failure(CurlTransport(), request(server)))
        #expect(error.kind == kind)
        #expect(error.code == code)
        #expect(error.mayHaveArrived)
        #expect(error.words.contains("127.0.0.1:\(server.port)"))
    }

    @Test("more bytes than announced are not part of the answer")
    func tooMany() async throws {
        let server = try LoopbackServer { _ in .bytesThenClose("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokEXTRA") }
        defer { server.stop() }
        #expect(text(try await CurlTransport().send(request(server))) == "ok")
    }

    @Test("a body over the limit is refused")
    func limit() async throws {
        let server = try LoopbackServer { _ in .bytes(LoopbackServer.answer(String(repeating: "x", count: 100_000))) }
        defer { server.stop() }
        var small = request(server)
        small.bodyLimit = 99_999
        #expect(await failure(CurlTransport(), small)?.kind == .tooLarge)
        small.bodyLimit = 100_000
        #expect(await failure(CurlTransport(), small) == nil)
    }

    @Test("a server that says nothing is given up after the total time")
    func slow() async throws {
        let server = try LoopbackServer { _ in .silence }
        defer { server.stop() }
        let error = try #require(await failure(CurlTransport(), request(server, timeout: 0.2)))
        #expect(error.kind == .timedOut)
        #expect(error.mayHaveArrived)
    }

    @Test("nobody there: refused, and certainly not arrived")
    func refused() async throws {
        let server = try LoopbackServer { _ in .silence }
        let port = server.port
        server.stop()
        var gone = request(server)
        // A port that was just given back; ask until the listener is really gone.
        gone.endpoint = Endpoint(scheme: .http, host: "127.0.0.1", port: port)
        gone.totalTimeout = 0.2
        var error: TransportError?
        for _ in 0..<20 {
            error = await failure(CurlTransport(), gone)
            if error?.kind == .refused { break }
        }
        #expect(error?.kind == .refused)
        #expect(error?.mayHaveArrived == false)
    }

    @Test("TLS against a server without it fails before anything is sent")
    func tls() async throws {
        let server = try LoopbackServer(greeting: "HTTP/1.1 400 Bad Request\r\n\r\n") { _ in .silence }
        defer { server.stop() }
        var secure = request(server)
        secure.endpoint = Endpoint(scheme: .https, host: "127.0.0.1", port: server.port)
        let error = try #require(await failure(CurlTransport(), secure))
        #expect(error.kind == .tls)
        #expect(!error.mayHaveArrived)
        #expect(server.requests.isEmpty)
    }

    @Test("cancelling the task ends the exchange", arguments: [1, 3])
    func cancelled(limit: Int) async throws {
        let server = try LoopbackServer { _ in .silence }
        defer { server.stop() }
        let transport = CurlTransport(.init(connectionsPerHost: limit))
        let tasks = (0..<3).map { _ in Task { await failure(transport, request(server)) } }
        while server.requests.count < limit { await Task.yield() }
        for task in tasks { task.cancel() }
        for task in tasks { #expect(await task.value?.kind == .cancelled) }
    }

    @Test("a task that is cancelled before it asks sends nothing")
    func cancelledBefore() async throws {
        let server = try LoopbackServer { _ in .silence }
        defer { server.stop() }
        let transport = CurlTransport()
        let gate = AsyncStream<Void>.makeStream()
        let task = Task {
            for await _ in gate.stream { break }
            return await failure(transport, request(server))
        }
        task.cancel()
        gate.continuation.finish()
        #expect(await task.value?.kind == .cancelled)
        #expect(server.requests.isEmpty)
    }

    @Test("a header cannot smuggle another one in")
    func headerInjection() async throws {
        let server = try LoopbackServer { _ in .bytes(LoopbackServer.answer("")) }
        defer { server.stop() }
        var bad = request(server)
        bad.headers = [HTTPHeader("X-One", "1\r\nX-Two: 2")]
        #expect(await failure(CurlTransport(), bad)?.kind == .unusable)
        #expect(server.requests.isEmpty)
    }

    @Test("through the proxy that the settings name, and past it where they say so")
    func proxy() async throws {
        let proxy = try LoopbackServer { .bytes(LoopbackServer.answer("proxied \($0.target)")) }
        defer { proxy.stop() }
        let settings = ProxySettings(http: "127.0.0.1:\(proxy.port)", bypass: "direct.invalid")
        let transport = CurlTransport(.init(proxies: settings))
        let endpoint = Endpoint(scheme: .http, host: "service.invalid")
        let response = try await transport.send(HTTPRequest(method: "GET", endpoint: endpoint, target: "/x"))
        #expect(text(response) == "proxied http://service.invalid/x")
        let direct = Endpoint(scheme: .http, host: "direct.invalid")
        #expect(
            await failure(transport, HTTPRequest(method: "GET", endpoint: direct, target: "/x", totalTimeout: 20))?.kind
                == .unresolved)
        #expect(proxy.requests.count == 1)
    }
}
