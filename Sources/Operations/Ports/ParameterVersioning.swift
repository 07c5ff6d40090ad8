import SensitiveMemory

/// The ability to write, label and read versions of a parameter.
public protocol ParameterVersioning: Sendable {
    /// nil if there is no such parameter.
    func state(of parameter: String) async throws(CallFailure) -> ParameterState?
    /// Writes a version; over an existing one only if `overwrites`. Answers the version's number.
    func put(
        _ value: SecretBytes, in parameter: String, attributes: ParameterAttributes, overwrites: Bool
    ) async throws(CallFailure) -> (version: Int, receipt: CallReceipt)
    /// Moves a label to the version. A label that AWS answers as invalid is a refusal.
    func label(_ label: String, version: Int, of parameter: String) async throws(CallFailure) -> CallReceipt
    /// Takes a label off the version; one that is not there is taken off already.
    func unlabel(_ label: String, version: Int, of parameter: String) async throws(CallFailure) -> CallReceipt
    /// One version's value.
    func value(of parameter: String, version: Int) async throws(CallFailure) -> FetchedValue
    func delete(_ parameter: String) async throws(CallFailure) -> CallReceipt
}

/// A parameter's newest version, and what there is besides.
public struct ParameterState: Sendable, Equatable {
    public var version: Int
    public var attributes: ParameterAttributes
    /// Label to version.
    public var labels: [String: Int]
    /// How many versions there are, and the number of the oldest; at 100 the oldest must go for a new one.
    public var count: Int
    public var oldest: Int

    public init(version: Int, attributes: ParameterAttributes, labels: [String: Int], count: Int, oldest: Int) {
        self.version = version
        self.attributes = attributes
        self.labels = labels
        self.count = count
        self.oldest = oldest
    }
}
