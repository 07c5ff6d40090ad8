import ArgumentParser
import Inventory

/// A kind as the command line names it: in the plural.
enum ListedKind: String, CaseIterable, ExpressibleByArgument, Sendable {
    case functions, parameters, secrets, keys

    var kind: ResourceKind {
        switch self {
        case .functions: .function
        case .parameters: .parameter
        case .secrets: .secret
        case .keys: .key
        }
    }
}
