import Testing

@testable import AWSClient

@Suite("Endpoint URLs")
struct EndpointTests {
    @Test(
        "good ones",
        arguments: [
            ("https://A.example.com", "https://a.example.com", "a.example.com"),
            ("HTTPS://a:443/", "https://a", "a"), ("http://a:80", "http://a", "a"),
            ("http://a:443", "http://a:443", "a:443"),
            ("https://a:8443/p/q//", "https://a:8443/p/q", "a:8443"),
            ("http://[FD00:ec2::254]:80/x", "http://[fd00:ec2::254]/x", "[fd00:ec2::254]")
        ])
    func good(text: String, url: String, authority: String) throws {
        let endpoint = try #require(Endpoint(text))
        #expect(endpoint.url == url)
        #expect(endpoint.authority == authority)
    }

    @Test(
        "bad ones",
        arguments: [
            "", "a", "ftp://a", "https://", "https://a:0", "https://a:65536", "https://a:x", "https://a:",
            "https://u@a",
            "https://u:p@a", "https://a?b", "https://a#b", "https://a b", "https://a\r\nX: y", "https://a\\b",
            "https://[::1", "https://[x]", "https://[]", "https://ä.example", "https://a/\"", "//a", "https:/a"
        ])
    func bad(text: String) { #expect(Endpoint(text) == nil) }
}
