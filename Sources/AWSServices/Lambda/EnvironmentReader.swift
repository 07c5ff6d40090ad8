/// What is made of one environment variable while the answer is parsed: called with the name and the bytes of the
/// value, which are gone when it returns.
public typealias EnvironmentReader<Variable: Sendable> =
    @Sendable (_ name: String, _ value: UnsafeRawBufferPointer) -> Variable
