import AuditTrail
import Operations
import Settings
import StateFiles

/// Ships the trail of this installation to the place that its configuration names.
struct AuditDispatch {
    private let session: Session

    init(_ session: Session) { self.session = session }

    /// nil if no place is named or nothing has been recorded yet.
    func ship() async throws -> AuditShipper.Outcome? {
        guard let ship = session.settings.ship else { return nil }
        let place = try ShippingPlace(ship, host: LocalIdentity.host)
        guard let folder = try StateFolder.existing(at: session.folders.state) else { return AuditShipper.Outcome() }
        do {
            return try await AuditShipper(in: folder, trail: AuditTrail(in: folder)).ship(
                to: try place.open(in: session),
                as: LocalIdentity.context(incident: nil))
        } catch let failure as ShippingFailure {
            throw OperationFailure(.failed, failure.message)
        }
    }

    /// After an act: what cannot be shipped now is caught up later, and is no failure of the act.
    func shipOrWarn() async {
        do { _ = try await ship() } catch {
            let line = FailureReport(error).line ?? ""
            StandardError.line("\(line); the records stay here, and go with the next: curtain audit ship")
        }
    }
}
