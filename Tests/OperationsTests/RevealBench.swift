import AuditTrail
import Inventory
import Operations
import SensitiveMemory

/// A `Reveal` over fakes that write what happens, in order, into one journal.
final class RevealBench {
    let journal = Journal()
    let audit: FakeAudit
    let store: FakeStore
    var policy = RevealPolicy()
    let slot = RevealSlot()
    var context = AuditContext(
        actorARN: "arn:aws:iam::123456789012:user/a", user: "u", host: "h", processID: 7, session: "s1")

    init() {
        audit = FakeAudit(journal: journal)
        store = FakeStore(journal: journal)
    }

    var values: AuditedStore { AuditedStore(store, audit: audit, fingerprints: FakeStore.key, policy: policy) }

    func make() -> Reveal { Reveal(values, slot: slot) }

    func reveal(
        _ reference: Reference, note: String = "because", destination: Reveal.Request.Destination = .screen,
        mode: AccessMode = AccessMode()
    ) async throws(OperationFailure) -> RevealedValue {
        try await make()(
            Reveal.Request(reference, note: note, destination: destination, mode: mode), as: context)
    }

    /// What the value gives out; nil once it is closed.
    func text(of value: RevealedValue) -> String? {
        value.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
    }
}
