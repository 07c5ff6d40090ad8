extension ContainmentPlan {
    /// What must stay unreserved in an account: Lambda refuses a reservation that leaves less.
    static let unreservedMinimum = 100

    /// `stop-invocations fn:NAME`: event sources first, then provisioned concurrency, which stands in the way of 0,
    /// then the reservation.
    static func stopInvocations(_ facts: FunctionFacts) -> ContainmentPlan {
        var steps: [Containment.Step] = []
        var also = ["every version and alias of \(facts.name)" + list(facts.aliases, " (aliases ", ")")]
        for source in facts.sources where source.isEnabled {
            steps.append(
                Containment.Step(
                    .eventSource(uuid: source.uuid, function: facts.name, enabled: false),
                    before: .eventSource(uuid: source.uuid, function: facts.name, enabled: true)))
            also.append(
                "\(source.arn ?? source.uuid) is paused first, so that its messages wait in it and do not run into a"
                    + " dead-letter queue; what waits longer than the source keeps it is lost")
        }
        for provisioned in facts.provisioned {
            steps.append(
                Containment.Step(
                    .provisioned(function: facts.name, qualifier: provisioned.qualifier, count: nil),
                    before: .provisioned(
                        function: facts.name, qualifier: provisioned.qualifier, count: provisioned.count)))
            also.append(
                "provisioned concurrency \(provisioned.count) of \(provisioned.qualifier) ends, and takes minutes to come back"
            )
        }
        steps.append(
            Containment.Step(
                .concurrency(function: facts.name, reserved: 0),
                before: .concurrency(function: facts.name, reserved: facts.reserved)))
        also.append("asynchronous events (S3, SNS, EventBridge) are tried again for six hours and then dropped")
        for address in facts.addresses { also.append("callers of \(address.url) get 429") }
        return ContainmentPlan(
            .stopInvocations, "fn:" + facts.name, name: facts.name,
            effect: "\(facts.name) is not run any more: every invocation is refused with 429", also: also,
            undoRemarks: undoRemarks(facts), steps: steps)
    }

    private static func undoRemarks(_ facts: FunctionFacts) -> [String] {
        guard let reserved = facts.reserved, reserved > 0 else { return [] }
        guard let unreserved = facts.unreserved else {
            return ["Whether \(reserved) can be reserved again is not known: the account's settings cannot be read"]
        }
        let left = unreserved
        guard left >= unreservedMinimum else {
            return [
                "The undo would fail now: it needs \(reserved) and leaves \(left), and AWS keeps \(unreservedMinimum)"
                    + " unreserved; have the quota raised first"
            ]
        }
        return [
            "It works as long as nobody reserves more than \(left - unreservedMinimum) of the \(unreserved + reserved)"
                + " that are then unreserved"
        ]
    }

    /// `lock-url url:FUNCTION`: the function's address and those of its aliases. Never deletes one: an address that is
    /// deleted never comes back.
    static func lockURL(_ facts: FunctionFacts) throws(OperationFailure) -> ContainmentPlan {
        guard !facts.addresses.isEmpty else {
            throw OperationFailure(.notFound, "\(facts.name) has no address (function URL)")
        }
        return ContainmentPlan(
            .lockURL, "url:" + facts.name, name: facts.name,
            effect: "the address of \(facts.name) answers only to requests signed by an identity that may invoke it",
            also: facts.addresses.filter { $0.authType != "AWS_IAM" }.map {
                "everyone who calls \($0.url) without a signature gets 403"
            },
            undoRemarks: ["The address itself stays the same all the time"],
            steps: facts.addresses.map { address in
                Containment.Step(
                    .functionURL(function: facts.name, qualifier: address.qualifier, authType: "AWS_IAM"),
                    before: .functionURL(
                        function: facts.name, qualifier: address.qualifier, authType: address.authType))
            })
    }

    /// `pause-source esm:UUID`
    static func pauseSource(_ facts: EventSourceFacts) -> ContainmentPlan {
        ContainmentPlan(
            .pauseSource, "esm:" + facts.uuid, name: facts.uuid,
            effect: "\(facts.function) gets nothing more from \(facts.source ?? "its source")",
            also: [
                "messages wait in the source as long as it keeps them: a queue's retention, a stream's 24 hours or more",
                "what is being worked on now is finished"
            ],
            steps: [
                Containment.Step(
                    .eventSource(uuid: facts.uuid, function: facts.function, enabled: false),
                    before: .eventSource(uuid: facts.uuid, function: facts.function, enabled: facts.isEnabled))
            ])
    }

    private static func list(_ names: [String], _ before: String, _ after: String) -> String {
        names.isEmpty ? "" : before + names.joined(separator: ", ") + after
    }
}
