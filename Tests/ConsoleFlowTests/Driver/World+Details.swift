import FoundationEssentials
import Inventory

/// Details as AWS tells them: sections of lines, some of which lead on.
extension World {
    typealias Section = ResourceDetail.Section
    typealias Line = ResourceDetail.Line

    static func fullDetail(of kind: ResourceKind) -> ResourceDetail? {
        guard let row = rows(of: kind).first else { return nil }
        switch kind {
        case .function: return detail(of: row.common.reference)
        case .parameter: return ResourceDetail(row: row, sections: parameterSections)
        case .secret: return ResourceDetail(row: row, sections: secretSections)
        case .key: return ResourceDetail(row: row, sections: keySections)
        }
    }

    private static let parameterSections = [
        Section(
            title: "Parameter",
            lines: [
                Line(label: "key", text: "alias/payments", link: .key(id: "alias/payments")),
                Line(label: "data type", text: "text"), Line(label: "pattern", text: "^[A-Za-z0-9]{32}$")
            ]),
        Section(
            title: "Policies",
            lines: [Line(label: "Finished", text: "NoChangeNotification after 30 days")]),
        Section(
            title: "History",
            lines: [
                Line(
                    label: "version 7", text: "current  2026-10-20T14:02:00Z  m.ortega  [live]",
                    link: .parameter(name: "/pay/fx/token", selector: "7"), tone: .good),
                Line(
                    label: "version 6", text: "2026-07-02T09:12:41Z  m.ortega  [stable]",
                    link: .parameter(name: "/pay/fx/token", selector: "6")),
                Line(
                    label: "version 5", text: "2026-03-30T11:48:20Z  ci-deploy  String",
                    link: .parameter(name: "/pay/fx/token", selector: "5"), tone: .past)
            ])
    ]

    private static let secretSections = [
        Section(
            title: "Secret",
            lines: [
                Line(label: "key", text: "aws/secretsmanager"), Line(label: "created", text: "2025-02-11T08:00:00Z"),
                Line(label: "last read", text: "2026-11-26")
            ]),
        Section(
            title: "Rotation",
            lines: [
                Line(label: "automatic", text: "on"), Line(label: "schedule", text: "rate(30 days)"),
                Line(label: "result", text: "not finished: version c40e is still pending", tone: .attention),
                Line(label: "function", text: "payments-db-rotation", link: .function(name: "payments-db-rotation"))
            ]),
        Section(
            title: "Versions",
            lines: [
                Line(
                    label: "AWSCURRENT", text: "9a31  2026-10-11T06:40:10Z  read 2026-11-26",
                    link: .secret(name: "payments/db", version: "9a31"), tone: .good),
                Line(
                    label: "AWSPENDING", text: "c40e  2026-11-25T14:02:00Z",
                    link: .secret(name: "payments/db", version: "c40e"), tone: .attention)
            ]),
        Section(
            title: "Replicas",
            lines: [
                Line(label: "eu-central-1", text: "InSync", tone: .good),
                Line(label: "us-east-1", text: "Failed: the key is disabled", tone: .bad)
            ]),
        Section(
            title: "Resource policy", lines: [],
            problem: "not allowed to read it; ask for secretsmanager:GetResourcePolicy")
    ]

    private static let keySections = [
        Section(title: "Key", lines: [Line(label: "usage", text: "ENCRYPT_DECRYPT")]),
        Section(title: "Aliases", lines: [Line(label: "alias", text: "alias/payments")]),
        Section(
            title: "Rotation",
            lines: [Line(label: "automatic", text: "off"), Line(label: "on demand", text: "2 of 25 done", tone: .past)]),
        Section(
            title: "Grants",
            lines: [
                Line(
                    label: "pay-export", text: "Decrypt, until revoked, for payments-api-exec",
                    link: .role(name: "payments-api-exec"))
            ]),
        Section(
            title: "Key policy",
            lines: [
                Line(label: "allow", text: "kms:* to the account 482112349907"),
                Line(label: "allow", text: "kms:Decrypt to any principal, if kms:CallerAccount is 482112349907")
            ])
    ]
}
