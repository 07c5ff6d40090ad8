import Inventory
import Operations

extension Retirement {
    static let shape = RowShape<Retirement>(
        fieldNames: ["plan", "holders", "steps", "notLookedAt"],
        fields: { retirement in
            [
                Field("plan", .text(retirement.plan.text)),
                Field(
                    "holders",
                    .list(
                        retirement.places.map {
                            .object([
                                Field("ref", .text($0.reference.text)), Field("end", .text($0.end.rawValue)),
                                Field("why", .text($0.words))
                            ])
                        })),
                Field(
                    "steps",
                    .list(
                        retirement.steps.enumerated().map { place, step in
                            .object([
                                Field("n", .number(place + 1)), Field("action", .text(step.action.rawValue)),
                                Field("ref", .text(step.reference.text)), Field("call", .text(step.call))
                            ])
                        })), Field("notLookedAt", FieldValue(retirement.gaps))
            ]
        }, columns: [], name: \.plan.text)
}

extension Session {
    /// The retirement: lines for a person, the documented fields for a script.
    func print(_ retirement: Retirement) throws {
        guard format() == .table else { return try print(one: retirement, shape: Retirement.shape) }
        try print(lines: RetirementWords(retirement).lines)
    }
}
