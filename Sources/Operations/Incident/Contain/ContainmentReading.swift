/// The ability to look, before anything is changed, at what a containment would change and hit.
public protocol ContainmentReading: Sendable {
    func accessKey(_ id: String) async throws(OperationFailure) -> AccessKeyFacts
    func role(_ name: String) async throws(OperationFailure) -> PrincipalFacts
    func user(_ name: String) async throws(OperationFailure) -> PrincipalFacts
    func function(_ name: String) async throws(OperationFailure) -> FunctionFacts
    func eventSource(_ uuid: String) async throws(OperationFailure) -> EventSourceFacts
    func secret(_ name: String) async throws(OperationFailure) -> SecretFacts
    func key(_ id: String) async throws(OperationFailure) -> KeyFacts
    func alias(_ name: String, of function: String) async throws(OperationFailure) -> AliasFacts
}
