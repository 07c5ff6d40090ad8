extension Endpoint {
    /// Whether the host is an address of this machine, written as one.
    var isLoopbackAddress: Bool { isLoopback && !host.hasSuffix("localhost") }
}
