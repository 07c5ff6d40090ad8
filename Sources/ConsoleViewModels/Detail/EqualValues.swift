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

    /// Whether another variable holds the same value as this one.
    func isShared(_ variable: FunctionRow.Variable) -> Bool {
        guard Self.counts(variable), let fingerprint = variable.fingerprint else { return false }
        return holders[fingerprint] != nil
    }

    /// Those that hold one value, group by group, in a steady order.
    var groups: [[Reference]] {
        holders.values.sorted { left, right in
            left.count == right.count ? left[0].text < right[0].text : left.count > right.count
        }
    }

    private static func counts(_ variable: FunctionRow.Variable) -> Bool {
        switch variable.source {
        case .literal, .ciphertext, .unknown: variable.size != .empty
        case .secret, .parameter, .plain: false
        }
    }
}
