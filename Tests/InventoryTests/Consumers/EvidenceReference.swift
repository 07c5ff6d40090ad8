@testable import Inventory

/// docs/used-by.md, made from the table of evidence.
enum EvidenceReference {
    static var page: String {
        var page = """
            # Who uses what, and how we know

            Generated from the table of evidence; `CURTAIN_WRITE_DOCS=1 swift test --filter EvidenceReference` writes it anew.

            `curtain used-by REF` says who uses a thing, `curtain reach fn:NAME` what a function can read: each is the other's
            inverse, with the same evidence. `--format graphviz|mermaid|svg` draws either for a report. A row has all the
            evidence for one thing, the strongest first; its certainty is that of the strongest:

            - **sure**: it is written or recorded so;
            - **likely**: it is so unless something unusual is;
            - **possible**: it cannot be ruled out from what can be seen.

            A row whose only evidence is a policy says that somebody *may* read, not that they do; such rows come last.
            What could not be read is told on standard error, and the exit code is then 4: an answer is only as whole
            as what it was made from. `--without versions`, `policies` or `stacks` leaves a part out on purpose.

            Nothing here shows or keeps a value. Values that AWS sends unasked (the variables of functions and of their published
            versions, templates, the parameters of stacks) become keyed fingerprints while the answer is parsed; names of
            secrets, parameters and keys are found in them by the fingerprints of those names. Stored values are read only
            with `--note TEXT`, each on record before it is fetched (see [audit.md](audit.md)).

            With `--region a,b` or `--region all` (and `--profile a,b`) every region is read, and what crosses is told: a variable
            or template that has the ARN of something in another of them, a name that its own region does not have (likely at most),
            a right (roles are of the whole account), an equal value, a read that CloudTrail has in the region of the thing. A row
            has `region` and `account` of its thing, and `askedRegion` and `askedAccount` of the thing that was asked about; a role or
            user is nowhere and is told by the other end. A secret and its replica are asked about in both regions unless an ARN
            says which. Between accounts names and values are told, rights are not.


            """
        for kind in EvidenceKind.allCases {
            page +=
                "## \(kind.rawValue)\n\n\(heading(kind))\n\n| evidence | certainty | what it means |\n|---|---|---|\n"
            for rule in EvidenceRule.allCases where rule.kind == kind {
                page += "| **\(rule.title)** `\(rule.rawValue)` | \(rule.certainty.rawValue) | \(rule.meaning) |\n"
            }
            page += "\n"
        }
        return page + limits
    }

    private static func heading(_ kind: EvidenceKind) -> String {
        switch kind {
        case .reference: "Something names the thing, or belongs to it."
        case .sameValue: "Two places hold the same value."
        case .template: "CloudFormation, SAM or CDK put it there."
        case .policy: "Documents say that it may be read."
        case .cloudTrail: "It was seen to be read."
        case .extension: "It is read through AWS's extension layer."
        }
    }

    private static let limits = """
        ## What cannot be seen

        - A name that the code puts together or has in itself. A policy that allows it, or CloudTrail, may still tell.
        - Service control policies, resource control policies, session policies and VPC endpoint policies: a read that is
          called allowed here may be refused by one of them.
        - Reads in regions and accounts that were not asked, but for what CloudTrail of those that were says.
        - Reads of environment variables: a function reads its own without a trace. CloudTrail has only the
          `kms:Decrypt` at a start and calls of GetFunctionConfiguration and its like by others.
        - Reads that curtain made itself, by the requests in its audit trail, make nobody a user: whoever looks does not
          depend on it. `curtain access` lists them with all others ([reads.md](reads.md)).

        """
}
