/// What is known of an event source mapping before it is switched off.
public struct EventSourceFacts: Equatable, Sendable {
    public let uuid: String
    public let function: String
    public let source: String?
    public let isEnabled: Bool

    public init(uuid: String, function: String, source: String?, isEnabled: Bool) {
        self.uuid = uuid
        self.function = function
        self.source = source
        self.isEnabled = isEnabled
    }
}
