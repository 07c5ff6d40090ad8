import Inventory

/// Other accounts and regions, files, and what commands say.
extension ConsoleModel {
    /// `y`: what is known of the thing as JSON.
    mutating func openJSON() {
        guard let thing = selectedThing?.screen else { return refuse(.nothingSelected) }
        visit(.report(.json(thing)))
    }

    /// `ctrl-s`: the prompt with the word in it.
    mutating func openExport() {
        var prompt = CommandPrompt()
        prompt.field.set("export ")
        overlay = .command(prompt)
    }

    /// `export FILE`
    mutating func runExport(_ path: String) {
        guard !path.isEmpty else {
            message = Notice(.warning, "export into which file? As in export findings.txt")
            return
        }
        let content: ExportedContent
        switch screen {
        case .list(let kind):
            let list = list(kind)
            let rows = list.marked.isEmpty ? list.shown.map { list.rows[Int($0)] } : list.markedRows
            content = .rows(rows)
        case .detail(let reference): content = detail(reference)?.row.map { .rows([$0]) } ?? .lines([])
        case .report(let topic): content = .lines((reports[topic]?.items ?? []).map { shown($0.words) })
        case .commandLog:
            content = .lines(
                log.lines.map { line in
                    let target = share.isOn ? "" : " \(line.target ?? "")"
                    return "\(WallTime(line.started).toSecond) \(line.operation)\(target) \(line.status) \(line.code) "
                        + line.requestID
                })
        case .resources, .context, .firstRun: content = .lines([])
        }
        guard content.count > 0 else {
            message = Notice(.warning, "there is nothing on this screen to export")
            return
        }
        emit(.export(content, to: path))
    }

    /// `profile NAME` and `region NAME`: the console begins again there.
    mutating func reopen(profile: String?, region: String?) {
        guard profile?.isEmpty != true, region?.isEmpty != true else {
            message = Notice(
                .information, "profile \(settings.profile ?? "none"), region \(settings.region); name another one")
            return
        }
        if isPlanRunning { return refuse(.planRuns) }
        closeCurtain(.screenChanged)
        emit(.reopen(profile: profile, region: region))
        message = Notice(.information, "going to \([profile, region].compactMap(\.self).joined(separator: ", "))...")
    }

    /// A warning if a pasted ARN is of somewhere else; the thing of its name is opened here all the same.
    func strangeness(of text: String) -> Notice? {
        guard let start = text.firstRange(of: "arn:"), let arn = AmazonResourceName(text[start.lowerBound...]) else {
            return nil
        }
        var words: [String] = []
        if case .known(let identity) = identity, !arn.account.isEmpty, arn.account != identity.account {
            words.append("account \(shown(arn.account))")
        }
        if !arn.region.isEmpty, arn.region != settings.region { words.append("region \(arn.region)") }
        guard !words.isEmpty else { return nil }
        let way = words.count == 1 && words[0].hasPrefix("region") ? ":region \(arn.region)" : ":profile NAME"
        return Notice(
            .warning,
            "that ARN is of \(words.joined(separator: " and ")): \(way) goes there; what is shown has its name here")
    }
}
