import SensitiveMemory

/// A value that is open for reading until it is shut. The model holds one at most; only `ValueView` reads it.
public protocol OpenValue: AnyObject, Sendable {
    /// Calls the closure with the bytes unless the value is gone. Do not let them out of it.
    func read(_ body: (UnsafeRawBufferPointer) -> Void)

    /// The value is no longer wanted: wipe it now. The closing record is written by `ConsoleEffect.maskRevealed`.
    func shut()
}

extension SecretBytes: OpenValue {
    public func read(_ body: (UnsafeRawBufferPointer) -> Void) {
        withUnsafeBytes(body)
    }

    public func shut() {
        wipe()
    }
}
