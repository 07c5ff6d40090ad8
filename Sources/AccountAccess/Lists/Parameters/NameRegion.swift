import AWSServices

/// A part of all parameter names that a filter of DescribeParameters can name.
enum NameRegion: Sendable, Equatable {
    /// No filter.
    case everything
    /// Names that begin with one of these; none of them begins with another.
    case beginning([String])
    /// These names.
    case exactly([String])

    /// AWS takes so many values in one filter.
    static let mostValues = 50

    /// What a parameter's name is made of.
    /// https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-su-create.html
    static let alphabet: [Character] =
        Array("-./0123456789") + Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ") + ["_"] + Array("abcdefghijklmnopqrstuvwxyz")
    private static let letters = Set(alphabet)

    /// Whether regions can be made of such names at all.
    static func isOrdinary(_ name: String) -> Bool { name.allSatisfy(letters.contains) }

    var filters: [ParameterStore.DescribeParameters.Filter] {
        switch self {
        case .everything: []
        case .beginning(let prefixes): [.init(key: "Name", option: "BeginsWith", values: prefixes)]
        case .exactly(let names): [.init(key: "Name", option: "Equals", values: names)]
        }
    }

    func contains(_ name: String) -> Bool {
        switch self {
        case .everything: true
        case .beginning(let prefixes): prefixes.contains { name.utf8.starts(with: $0.utf8) }
        case .exactly(let names): names.contains(name)
        }
    }

    /// What may stand behind a prefix: the alphabet; no name has an empty part.
    static func continuations(of prefix: String) -> [String] {
        alphabet.filter { !($0 == "/" && prefix.last == "/") }.map { prefix + String($0) }
    }
}
