import FoundationEssentials
import SensitiveMemory
import Subprocess
import Testing

@testable import AWSClient

@Suite("TLS")
struct TLSTests {
    /// Makes a certificate for 127.0.0.1, answers two connections, and ends.
    private static let program = """
        import ssl, socket, subprocess, sys
        folder = sys.argv[1]
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
            "-keyout", folder + "/key.pem", "-out", folder + "/cert.pem", "-days", "2", "-subj", "/CN=test",
            "-addext", "subjectAltName=IP:127.0.0.1"], check=True, capture_output=True)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(folder + "/cert.pem", folder + "/key.pem")
        listener = socket.create_server(("127.0.0.1", 0))
        listener.settimeout(60)
        open(folder + "/port.new", "w").write(str(listener.getsockname()[1]))
        import os
        os.rename(folder + "/port.new", folder + "/port")
        for _ in range(2):
            plain, _ = listener.accept()
            plain.settimeout(60)
            try:
                with context.wrap_socket(plain, server_side=True) as secure:
                    secure.recv(65536)
                    secure.sendall(b"HTTP/1.1 200 OK\\r\\nContent-Length: 2\\r\\nConnection: close\\r\\n\\r\\nok")
            except OSError:
                pass
        """

    @Test("an unknown certificate is refused; AWS_CA_BUNDLE makes it known")
    func certificate() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "curtain-tls-\(UInt64.random(in: 0...UInt64.max))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let server = Task {
            try await Subprocess.run(
                .name("python3"), arguments: ["-c", Self.program, folder.path], output: .discarded, error: .discarded)
        }
        defer { server.cancel() }
        var port: Int?
        for _ in 0..<3000 where port == nil {
            port = (try? String(contentsOf: folder.appending(path: "port"), encoding: .utf8)).flatMap { Int($0) }
            if port == nil { try await Task.sleep(for: .milliseconds(10)) }
        }
        try #require(port != nil)
        let endpoint = Endpoint(scheme: .https, host: "127.0.0.1", port: port)
        let request = HTTPRequest(method: "GET", endpoint: endpoint, target: "/")
        do throws(TransportError) {
            _ = try await CurlTransport().send(request)
            Issue.record("a certificate that nobody knows was believed")
        } catch {
            #expect(error.kind == .tls)
            #expect(error.code == "CURLE_PEER_FAILED_VERIFICATION")
            #expect(!error.mayHaveArrived)
        }
        let known = CurlTransport(.init(caBundle: folder.appending(path: "cert.pem").path))
        let response = try await known.send(request)
        #expect(response.body.withUnsafeBytes { String(decoding: $0, as: UTF8.self) } == "ok")
        _ = try await server.value
    }

    @Test("a file of certificates that is not there is an error that says so")
    func noBundle() async throws {
        let transport = CurlTransport(.init(caBundle: "/no/such/file.pem"))
        let request = HTTPRequest(
            method: "GET", endpoint: Endpoint(scheme: .https, host: "127.0.0.1", port: 1), target: "/")
        do throws(TransportError) {
            _ = try await transport.send(request)
            Issue.record("no error")
        } catch {
            #expect(error.kind == .tls || error.kind == .refused)
        }
    }
}
