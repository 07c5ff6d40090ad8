/// A setting of a secret or parameter that changes, in its canonical text before and after (`StoreSetting`).
public struct SettingChange: Hashable, Sendable {
    public let setting: StoreSetting
    public let from: String
    public let to: String

    public init(_ setting: StoreSetting, from: String, to: String) {
        self.setting = setting
        self.from = from
        self.to = to
    }
}
