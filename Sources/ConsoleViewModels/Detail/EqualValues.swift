import Inventory
import SensitiveMemory

/// Which variables hold the same value, told by their fingerprints: nobody has to see a value to learn it.
public struct EqualValues: Sendable, Equatable {
    private var holders: [Fingerprint: [Reference]] = [:]

    /// From the rows of the functions. Plain settings are left out: `info` is the same everywhere.
    init(rows: [ResourceRow]) {
        for case .function(let function) in rows {
            for variable in function.variables where Self.counts(variable) {
                guard let fingerprint = variable.fingerprint else { continue }
                holders[fingerprint, default: []].append(function.reference(of: variable))
            }
        }
        holders = holders.filter { $0.value.count > 1 }
    }

    /// The other variables with the value of this one.
    public func others(than reference: Reference, holding fingerprint: Fingerprint?) -> [Reference] {
        guard let fingerprint, let all = holders[fingerprint] else { return [] }
        return all.filter { $0 != reference }
    }

    private static func counts(_ variable: FunctionRow.Variable) -> Bool {
        switch variable.source {
        case .literal, .ciphertext, .unknown: variable.size != .empty
        case .secret, .parameter, .plain: false
        }
    }
}
