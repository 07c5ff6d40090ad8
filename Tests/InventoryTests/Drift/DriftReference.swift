import Inventory

/// docs/drift.md, made from the table of drift.
enum DriftReference {
    static var page: String {
        var page = """
            # Functions on an older value than their source

            Generated from the table of drift; `CURTAIN_WRITE_DOCS=1 swift test --filter DriftReference` writes it anew.

            `curtain drift` compares times: when a deployment put a value in, when a version was published, when the source
            changed. `curtain drift --note TEXT` also reads the stored versions of the secrets (or of the things that are named),
            each on record before it is fetched, and compares their fingerprints with those of the variables: that finds copies,
            and tells a source that changed to the same value. Parameters are read only when they are named.

            A row says what holds the older value, which value that is as far as it can be told (a version, `older`, `unknown`),
            since when its source has another, until when at the latest where time will mend it, and what mends it now.
            `plan` is the plan that does, where one does: a new start, the stack deployed with a change on that function alone
            (`curtain plan redeploy fn:NAME --deploy-stacks`), or another value for the variable; in the console enter on a fix begins it.
            Exit code 3 when there is a row. With `--region a,b` or `all`, and `--profile a,b`, each region is compared with its own
            sources, and a row has `region` and `account`; a replica is a source of its region.

            | row | certainty | what it means |
            |---|---|---|

            """
        for rule in DriftRule.allCases {
            page += "| **\(rule.title)** `\(rule.rawValue)` | \(rule.certainty.rawValue) | \(rule.meaning) |\n"
        }
        return page
    }
}
