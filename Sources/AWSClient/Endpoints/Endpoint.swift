/// Where a request goes: the scheme, host, port and leading path of a URL.
public struct Endpoint: Sendable, Hashable {
    public enum Scheme: String, Sendable { case http, https }

    public let scheme: Scheme
    /// Lower case, an IPv6 address without its brackets.
    public let host: String
    /// nil for the scheme's own port.
    public let port: Int?
    /// The leading path without a final slash; empty for none.
    public let path: String

    public init(scheme: Scheme, host: String, port: Int? = nil, path: String = "") {
        self.scheme = scheme
        self.host = host
        self.port = port == (scheme == .https ? 443 : 80) ? nil : port
        self.path = path
    }

    /// Reads `http[s]://host[:port][/path]`; nil for anything else: no user, query or fragment.
    public init?(_ url: String) {
        let lowered = url.lowercased()
        let scheme: Scheme
        if lowered.hasPrefix("https://") {
            scheme = .https
        } else if lowered.hasPrefix("http://") {
            scheme = .http
        } else {
            return nil
        }
        let rest = url.dropFirst(scheme.rawValue.count + 3)
        guard !rest.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F || "?#@\\\"<>".utf8.contains($0) }) else {
            return nil
        }
        let authority = rest.prefix { $0 != "/" }
        var path = rest.dropFirst(authority.count)
        while path.hasSuffix("/") { path = path.dropLast() }
        guard let (host, port) = Self.split(authority) else { return nil }
        self.init(scheme: scheme, host: host, port: port, path: String(path))
    }

    private static func split(_ authority: Substring) -> (host: String, port: Int?)? {
        var host = authority
        var digits: Substring?
        if authority.hasPrefix("[") {
            guard let end = authority.firstIndex(of: "]") else { return nil }
            host = authority[authority.index(after: authority.startIndex)..<end]
            guard host.contains(":"), host.allSatisfy({ $0.isHexDigit || $0 == ":" || $0 == "." }) else { return nil }
            let rest = authority[authority.index(after: end)...]
            if !rest.isEmpty {
                guard rest.hasPrefix(":") else { return nil }
                digits = rest.dropFirst()
            }
        } else {
            if let colon = authority.firstIndex(of: ":") {
                host = authority[..<colon]
                digits = authority[authority.index(after: colon)...]
            }
            guard !host.isEmpty, host.utf8.allSatisfy(isHostByte) else { return nil }
        }
        guard let digits else { return (host.lowercased(), nil) }
        guard !digits.isEmpty, digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let port = Int(digits),
            port > 0, port < 65536
        else { return nil }
        return (host.lowercased(), port)
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    /// The value of the Host header: the port only when it is not the scheme's own.
    public var authority: String {
        let name = host.contains(":") ? "[\(host)]" : host
        return port.map { "\(name):\($0)" } ?? name
    }

    /// The URL without a final slash.
    public var url: String { "\(scheme.rawValue)://\(authority)\(path)" }

    /// Whether the host is this machine: `localhost` and its like, 127.0.0.0/8, ::1.
    public var isLoopback: Bool {
        if host == "localhost" || host.hasSuffix(".localhost") || host == "::1" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}
