/// Where a thing is: region, account, and what its ARN begins with.
struct ResourcePlace: Hashable, Sendable {
    enum Name: Hashable, Sendable {
        case none
        case whole(String)
        /// The ARN is this and the row's name, with a slash between them if the name does not begin with one.
        case beginning(String)
    }

    let account: String?
    let region: String
    let arn: Name

    /// - Parameter name: if the ARN ends in it, only the beginning is kept.
    init(account: String?, region: String, arn: String?, name: String? = nil) {
        self.account = account
        self.region = region
        self.arn =
            if let arn, let name, arn.hasSuffix(Self.ending(of: name)), !name.isEmpty {
                .beginning(String(arn.dropLast(Self.ending(of: name).count)))
            } else if let arn { .whole(arn) } else { .none }
    }

    func arn(of name: String) -> String? {
        switch arn {
        case .none: nil
        case .whole(let arn): arn
        case .beginning(let start): start + Self.ending(of: name)
        }
    }

    private static func ending(of name: String) -> String { name.hasPrefix("/") ? name : "/" + name }
}
