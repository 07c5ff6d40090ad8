import FoundationEssentials
import StrictJSON
import Testing

@testable import AWSClient

@Suite("Flags, environment and profile together")
struct ClientConfigurationTests {
    private func resolve(
        profile: String? = nil, region: String? = nil, endpoint: String? = nil, _ environment: [String: String] = [:],
        config: String? = nil, credentials: String? = nil
    ) throws(AWSError) -> ClientConfiguration {
        try ClientConfiguration.resolve(
            profile: profile, region: region, endpointURL: endpoint, environment: .of(environment),
            files: FakeFiles(config: config, credentials: credentials))
    }

    private let twoRegions = "[default]\nregion = eu-west-1\n[profile prod]\nregion = us-east-1\n"

    @Test("the region of the flag, of the environment, of the profile")
    func region() throws {
        #expect(try resolve(region: "a-b-1", ["AWS_REGION": "c-d-1"], config: twoRegions).region == "a-b-1")
        #expect(
            try resolve(["AWS_REGION": "c-d-1", "AWS_DEFAULT_REGION": "e-f-1"], config: twoRegions).region == "c-d-1")
        #expect(try resolve(["AWS_DEFAULT_REGION": "e-f-1", "AWS_REGION": " "], config: twoRegions).region == "e-f-1")
        #expect(try resolve(config: twoRegions).region == "eu-west-1")
        let prod = try resolve(["AWS_PROFILE": "prod"], config: twoRegions)
        #expect(prod.region == "us-east-1")
        #expect(prod.regionSource == "profile prod in ~/.aws/config")
        #expect(!prod.profileIsExplicit)
        #expect(try resolve(profile: "prod", config: twoRegions).profileIsExplicit)
        #expect(try resolve().region == nil)
    }

    @Test("a profile that is nowhere is an error; the default one may be missing")
    func noProfile() throws {
        let error = #expect(throws: AWSError.self) { try resolve(profile: "gone", config: twoRegions) }
        #expect(error?.kind == .configuration)
        #expect(error?.code == "ProfileNotFound")
        #expect(error?.message.contains("gone") == true)
        #expect(try resolve(["AWS_PROFILE": ""]).profile == "default")
        #expect(try resolve(profile: "only", credentials: "[only]\naws_access_key_id=A\n").profile == "only")
    }

    @Test("a malformed file is an error with its line")
    func malformed() {
        let error = #expect(throws: AWSError.self) { try resolve(config: "[default]\nregion eu-west-1\n") }
        #expect(error?.kind == .configuration)
        #expect(error?.message.hasPrefix("~/.aws/config, line 2: ") == true)
    }

    @Test("other places for the files, with ~ and variables")
    func places() throws {
        var files = FakeFiles()
        files.contents["/home/ann/x/y"] = "[default]\nregion = me-south-1\n"
        files.contents["/data/creds"] = "[default]\naws_access_key_id = A\naws_secret_access_key = fake\n"
        let environment = AWSEnvironment.of([
            "AWS_CONFIG_FILE": "~/x/y", "AWS_SHARED_CREDENTIALS_FILE": "${BASE}/creds", "BASE": "/data"
        ])
        let got = try ClientConfiguration.resolve(environment: environment, files: files)
        #expect(got.region == "me-south-1")
        #expect(got.shared.profileNames == ["default"])
    }

    @Test("[profile default] wins over [default], and the credentials file over both")
    func merged() throws {
        let shared = try resolve(
            config: "[profile default]\nregion = a\noutput = x\n[default]\nregion = b\n",
            credentials: "[default]\nregion = c\n"
        ).shared
        #expect(shared.profile("default")?["region"] == "c")
        #expect(shared.profile("default")?["output"] == "x")
        #expect(shared.profile("default")?.place(of: "region") == "~/.aws/credentials, line 2")
    }

    @Test("retries, FIPS, dual stack, certificates, proxies")
    func settings() throws {
        let config =
            "[default]\nretry_mode = Adaptive\nmax_attempts = 7\nuse_fips_endpoint = TRUE\nca_bundle = ~/ca.pem\n"
        let file = try resolve(config: config)
        #expect(file.retry == RetrySettings(mode: .adaptive, maxAttempts: 7))
        #expect(file.useFIPS)
        #expect(!file.useDualStack)
        #expect(file.caBundle == "/home/ann/ca.pem")
        let environment = try resolve(
            [
                "AWS_RETRY_MODE": "legacy", "AWS_MAX_ATTEMPTS": "2", "AWS_USE_FIPS_ENDPOINT": "false",
                "AWS_USE_DUALSTACK_ENDPOINT": "true", "AWS_CA_BUNDLE": "/x", "HTTPS_PROXY": "proxy:3128",
                "NO_PROXY": "a"
            ],
            config: config)
        #expect(environment.retry == RetrySettings(mode: .standard, maxAttempts: 2))
        #expect(!environment.useFIPS)
        #expect(environment.useDualStack)
        #expect(environment.caBundle == "/x")
        #expect(environment.proxies == ProxySettings(https: "proxy:3128", bypass: "a"))
    }

    @Test("settings that are none are errors that say where they stand")
    func wrong() {
        let variable = #expect(throws: AWSError.self) { try resolve(["AWS_MAX_ATTEMPTS": "many"]) }
        #expect(variable?.message == "AWS_MAX_ATTEMPTS must be a whole number, 1 or more")
        let property = #expect(throws: AWSError.self) { try resolve(config: "[default]\nretry_mode = often\n") }
        #expect(property?.message.contains("~/.aws/config, line 2") == true)
        let url = #expect(throws: AWSError.self) { try resolve(["AWS_ENDPOINT_URL_SSM": "ftp://x"]) }
        #expect(url?.message.hasPrefix("AWS_ENDPOINT_URL_SSM: ") == true)
    }

    @Test(
        "an endpoint needs TLS or this machine",
        arguments: [
            ("http://127.0.0.1:4566", true), ("http://localhost", true), ("http://[::1]:80/x", true),
            ("http://demo.localhost:1", true), ("https://vpce.example", true), ("http://10.0.0.1", false),
            ("http://127.0.0.1.evil.example", false), ("http://localhost.evil.example", false)
        ])
    func plain(url: String, isGood: Bool) throws {
        if isGood {
            _ = try resolve(endpoint: url)
        } else {
            let error = #expect(throws: AWSError.self) { try resolve(endpoint: url) }
            #expect(error?.kind == .plainEndpoint)
            _ = try ClientConfiguration.resolve(
                endpointURL: url, allowPlainHTTP: true, environment: .of(), files: FakeFiles())
        }
    }

    @Test("the published cases of configured endpoint URLs")
    func endpointURLs() throws {
        let url = try Vectors.folder("tests/functional/configured_endpoint_urls").appending(path: "profile-tests.json")
        let suite = try #require(JSONDocument(try Vectors.text(url)).root["testSuites"]?.elements.first { _ in true })
        var config = ""
        for (name, properties) in try #require(suite["profiles"]).members {
            config += "[profile \(name.string ?? "")]\n"
            for (key, value) in properties.members { config += "\(key.string ?? "") = \(value.string ?? "")\n" }
        }
        for (name, services) in try #require(suite["services"]).members {
            config += "[services \(name.string ?? "")]\n"
            for (service, properties) in services.members {
                config += "\(service.string ?? "") =\n"
                for (key, value) in properties.members { config += "  \(key.string ?? "") = \(value.string ?? "")\n" }
            }
        }
        var count = 0
        for test in try #require(suite["endpointUrlTests"]).elements {
            var environment: [String: String] = [:]
            for (key, value) in try #require(suite["environments"]?[test["environment"]?.string ?? ""]).members {
                environment[key.string ?? ""] = value.string
            }
            let client = try #require(suite["client_configs"]?[test["client_config"]?.string ?? ""])
            if client["ignore_configured_endpoint_urls"]?.bool == true {
                environment["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"] = "true"
            }
            let configuration = try resolve(
                profile: test["profile"]?.string, endpoint: client["endpoint_url"]?.string, environment, config: config)
            let made = AWSClient(
                configuration: configuration, transport: FakeTransport([]),
                credentials: CredentialKeeper(CredentialChain([])))
            let got = try made.endpoint(for: test["service"]?.string == "s3" ? .s3 : .dynamoDB)
            #expect(got.url == test["output"]?["endpointUrl"]?.string, "\(test["name"]?.string ?? "")")
            count += 1
        }
        #expect(count == 39)
    }
}
