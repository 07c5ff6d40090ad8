import Testing

@testable import AWSClient

@Suite("Proxies")
struct ProxySettingsTests {
    @Test(
        "NO_PROXY as Python's urllib reads it",
        arguments: [
            ("*", true), ("example.com", true), (".example.com", true), ("a.example.com", true),
            ("b.example.com", false),
            ("ample.com", false), ("x, example.com ", true), ("EXAMPLE.com", true), ("a.example.com:8443", true),
            ("a.example.com:1", false), ("", false), (",,", false), ("10.0.0.0/8", false)
        ])
    func bypass(list: String, isDirect: Bool) throws {
        let settings = ProxySettings(https: "http://proxy:1", bypass: list)
        let endpoint = try #require(Endpoint("https://A.example.com:8443/x"))
        #expect((settings.proxy(for: endpoint) == nil) == isDirect)
    }

    @Test("one proxy a scheme, lower case first, none of a CGI program's HTTP_PROXY")
    func variables() throws {
        let https = try #require(Endpoint("https://x"))
        let http = try #require(Endpoint("http://x"))
        var settings = ProxySettings(environment: .of(["HTTPS_PROXY": "upper:1", "https_proxy": "//lower:2"]))
        #expect(settings.proxy(for: https) == "http://lower:2")
        #expect(settings.proxy(for: http) == nil)
        settings = ProxySettings(environment: .of(["HTTP_PROXY": "https://p"]))
        #expect(settings.proxy(for: http) == "https://p")
        settings = ProxySettings(environment: .of(["HTTP_PROXY": "p", "REQUEST_METHOD": "GET"]))
        #expect(settings.proxy(for: http) == nil)
    }
}
