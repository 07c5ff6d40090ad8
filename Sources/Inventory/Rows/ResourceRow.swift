/// A row of any of the four lists. Each stands in a box of its own size, so that long lists are small and cheap
/// to hand over.
public indirect enum ResourceRow: Sendable, Equatable {
    case function(FunctionRow)
    case parameter(ParameterRow)
    case secret(SecretRow)
    case key(KeyRow)

    public var common: ResourceCommon {
        switch self {
        case .function(let row): row.common
        case .parameter(let row): row.common
        case .secret(let row): row.common
        case .key(let row): row.common
        }
    }

    public var kind: ResourceKind {
        switch self {
        case .function: .function
        case .parameter: .parameter
        case .secret: .secret
        case .key: .key
        }
    }
}
