import StrictJSON

/// What a secret has besides its versions.
struct FakeSettings: Sendable, Equatable {
    var description: String?
    var key: String?
    var tags: [String: String] = [:]
    var policy: String?
    var schedule: String?
    var function: String?
    /// Whether its deletion is scheduled.
    var isDeleted = false

    func write(to json: inout JSONWriter) {
        if let description { json.member("Description", description) }
        if let key { json.member("KmsKeyId", key) }
        if isDeleted { json.member("DeletedDate", 1_795_000_000) }
        if let schedule {
            json.key("RotationRules")
            json.object { $0.member("ScheduleExpression", schedule) }
            json.member("RotationLambdaARN", function)
        }
        json.key("Tags")
        json.array { json in
            for (key, value) in tags.sorted(by: { $0.key < $1.key }) {
                json.object {
                    $0.member("Key", key)
                    $0.member("Value", value)
                }
            }
        }
    }
}
