import ConsoleViewModels
import TerminalCanvas

/// Row 0: where and who we are, what is allowed, and whether a value is open.
enum HeaderView {
    static func draw(_ model: ConsoleModel, into buffer: ScreenBuffer) {
        buffer.fill(ScreenArea(row: 0, column: 0, rows: 1, columns: buffer.columns), role: .header)
        if model.share.isOn { return drawShared(model, into: buffer) }
        let right = state(of: model, in: buffer)
        let width = right.reduce(0) { $0 + TextWidth.of($1.0) }
        var left = Line(buffer, row: 0, column: 1, end: buffer.columns - width)
        left.put(place(of: model, isWide: buffer.columns >= 120), .header)
        var line = Line(buffer, row: 0, column: buffer.columns - width)
        for (text, role) in right { line.put(text, role) }
    }

    private static func place(of model: ConsoleModel, isWide: Bool) -> String {
        let settings = model.settings
        var words: [String] = []
        if let profile = settings.profile { words.append(profile) }
        switch model.identity {
        case .unknown: words += ["...", settings.region]
        case .failed: words += [settings.region, " identity unknown"]
        case .known(let identity):
            words.append(isWide ? identity.account : shortened(identity.account))
            words.append(settings.region)
            words.append(" " + (isWide ? longName(identity.arn) : shortName(identity.arn)))
            if isWide, let end = identity.credentialsEnd {
                let left = end - model.now.wall
                words.append(left > 0 ? " creds \(Age.words(seconds: left)) left" : " creds ended")
            }
        }
        return words.joined(separator: " ")
    }

    /// The parts that are never clipped.
    private static func state(of model: ConsoleModel, in buffer: ScreenBuffer) -> [(String, StyleRole)] {
        var parts: [(String, StyleRole)] = []
        parts.append(model.isReadOnly ? (" RO ", .readOnly) : (" RW ", .header))
        if let plan = plan(of: model) { parts += [plan, (" ", .header)] }
        if model.isSignedOut { parts += [(" SESSION ENDED ", .failed), (" ", .header)] }
        if let incident = model.incident {
            parts += [
                (" \(TextWidth.clipped(incident, to: buffer.columns < 120 ? 14 : 24)) ", .incident), (" ", .header)
            ]
        }
        parts += mask(of: model, in: buffer)
        parts.append((" \(WallTime(model.now.wall).toMinute)", .header))
        return parts
    }

    /// The run of this console, from wherever one is.
    private static func plan(of model: ConsoleModel) -> (String, StyleRole)? {
        guard let follow = model.follow, follow.ended == nil else {
            return model.planWish == nil ? nil : (" planning \(model.log.total - model.planAskedAt) calls ", .running)
        }
        let state = model.isPlanStopping ? "stopping" : follow.safeToStop ? "plan" : "plan !"
        return (" \(state) \(follow.done)/\(follow.of) ", model.isPlanStopping ? .stale : .running)
    }

    static func mask(of model: ConsoleModel, in buffer: ScreenBuffer) -> [(String, StyleRole)] {
        if let value = model.curtain.value {
            let sign = buffer.glyphs == .unicode ? buffer.sign(.revealed) + " " : ""
            return [(" \(sign)REVEALED \(value.secondsLeft(at: model.now.monotonic)) s ", .revealed)]
        }
        return [("MASKED", .header)]
    }

    /// In share mode nothing tells which account it is.
    private static func drawShared(_ model: ConsoleModel, into buffer: ScreenBuffer) {
        buffer.fill(ScreenArea(row: 0, column: 0, rows: 1, columns: buffer.columns), role: .shareBanner)
        var line = Line(buffer, row: 0, column: 1, end: buffer.columns - 1)
        line.put("SHARE MODE  values cannot be revealed, copied or exported", .shareBanner)
        if case .known(let identity) = model.identity {
            line.putRight("account \(hidden(identity.account))", .shareBanner)
        }
    }

    /// `4821..9907`
    static func shortened(_ account: String) -> String {
        account.count > 9 ? "\(account.prefix(4))..\(account.suffix(4))" : account
    }

    /// `4***..**07`
    static func hidden(_ account: String) -> String {
        account.count > 9 ? "\(account.prefix(1))***..**\(account.suffix(2))" : "********"
    }

    /// The role or user of an ARN.
    static func shortName(_ arn: String) -> String {
        let parts = longName(arn).split(separator: "/")
        return String(parts.count > 1 ? parts[1] : parts.first ?? "?")
    }

    /// What follows the account in an ARN.
    static func longName(_ arn: String) -> String {
        String(arn.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false).last ?? "")
    }
}
