import StrictJSON

/// A named part of a record; the names are those of the documented rows, in camelCase.
struct Field: Sendable, Equatable {
    let name: String
    let value: FieldValue

    init(_ name: String, _ value: FieldValue) {
        self.name = name
        self.value = value
    }

    func write(to json: inout JSONWriter) {
        json.key(name)
        value.write(to: &json)
    }
}
