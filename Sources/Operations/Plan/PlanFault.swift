/// Why a text is no plan or no journal: one line that names the place and quotes nothing.
public struct PlanFault: Error, Equatable, Sendable, CustomStringConvertible {
    public let message: String

    public init(_ message: String) { self.message = message }

    public var description: String { message }
}
