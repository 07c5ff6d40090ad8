import SensitiveMemory

/// The hash by which the AWS tools name a token's file.
enum SHA1Name {
    static func digest(_ name: String) -> [UInt8] { SHA1.digest(Array(name.utf8)) }
}
