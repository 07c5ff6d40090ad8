import Inventory

extension Reveal {
    /// One value that a person asks for, and why.
    public struct Request: Equatable, Sendable {
        /// Where the value goes.
        public enum Destination: Equatable, Sendable {
            /// A JSON object opens as the list of its fields; it has a deadline.
            case screen
            /// The exact bytes of whatever it is.
            case output
        }

        /// A variable, a parameter, or a secret, which may have a pointer to one of its fields.
        public var reference: Reference
        /// As the person typed it.
        public var note: String
        public var destination: Destination
        public var mode: AccessMode

        public init(
            _ reference: Reference, note: String, destination: Destination = .screen, mode: AccessMode = AccessMode()
        ) {
            self.reference = reference
            self.note = note
            self.destination = destination
            self.mode = mode
        }
    }
}
