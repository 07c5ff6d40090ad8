import StrictJSON

/// What is done to a KMS key or an alias.
public struct PlannedKey: Hashable, Sendable {
    /// The key's id when the plan was made: the one that is rotated, or that the alias named.
    public let key: String
    /// Rotations on demand that it had.
    public let rotations: Int
    /// The id of the key that the alias shall name; nil where the key itself is rotated.
    public let successor: String?

    public init(key: String, rotations: Int, successor: String? = nil) {
        self.key = key
        self.rotations = rotations
        self.successor = successor
    }

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", key)
            json.member("rotations", rotations)
            json.member("successor", successor)
        }
    }

    init(_ node: PlanNode) throws(PlanFault) {
        self.init(
            key: try node.text("id"), rotations: try node.number("rotations"),
            successor: try node.optional("successor"))
    }
}
