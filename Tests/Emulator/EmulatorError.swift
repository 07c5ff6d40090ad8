/// Why the emulator could not listen.
public struct EmulatorError: Error, Sendable {
    public let call: String
    public let errno: Int32
}
