/// The ability to read bytes in their order: a file, standard input.
public protocol EnvelopeSource: AnyObject {
    /// Fills the room; fewer bytes only at the end.
    func read(into room: UnsafeMutableRawBufferPointer) throws(OperationFailure) -> Int
    /// Back to the first byte. Throws for what cannot be read twice.
    func rewind() throws(OperationFailure)
}

/// The ability to keep a new envelope: nothing of it is to be found under its name before `commit`.
public protocol EnvelopeSink: AnyObject {
    /// More bytes of the payload.
    func write(_ bytes: UnsafeRawBufferPointer) throws(OperationFailure)
    /// Everything is there. `encryptedKey` is the text of the file beside the payload; nil if there is none.
    func commit(encryptedKey: String?) throws(OperationFailure)
    /// It is not wanted any more: leaves nothing behind.
    func discard()
}
