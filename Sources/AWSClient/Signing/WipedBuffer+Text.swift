import SensitiveMemory

extension WipedBuffer {
    /// Adds text that is no value itself.
    func append(text: String) {
        var text = text
        text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
    }
}
