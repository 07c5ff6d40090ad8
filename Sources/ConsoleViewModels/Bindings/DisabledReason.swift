/// Why a key that is known here does nothing now. Pressing it says so.
public enum DisabledReason: Sendable, Equatable {
    case readOnly, shareMode, nothingSelected, pickAVariable, keysHaveNoValue, noValueOnThisLine, fetching
    case changesReadOnly, changesShared, keysNotRotated, nothingToRotate, planRuns, noPlanRuns, planMaking,
        nothingToApply
    case nothingToUndo, logShared, noLog
    case noHistory, noFilter, onePane, nothingToOpen, noPlan, noTimeline, notInAFile, clipboardOff

    /// The line for the message row.
    public var words: String {
        switch self {
        case .readOnly: "reveal is off in read-only mode (:ro off leaves it, if it was not fixed at the start)"
        case .shareMode: "reveal is off in share mode. To leave: S, then type LEAVE"
        case .nothingSelected: "nothing is selected"
        case .pickAVariable: "open the function with enter and pick one variable"
        case .keysHaveNoValue: "KMS never gives a key away: there is nothing to reveal"
        case .noValueOnThisLine: "there is no value on this line"
        case .fetching: "one value at a time: an answer is still on its way"
        case .changesReadOnly:
            "nothing is changed in read-only mode (:ro off leaves it, if it was not fixed at the start)"
        case .changesShared: "nothing is changed in share mode. To leave: S, then type LEAVE"
        case .keysNotRotated:
            "a KMS key has no value to rotate here; after a leak the values under it change: r on each"
        case .nothingToRotate: "r is for a secret, a parameter, a variable or a function"
        case .noPlanRuns: "no plan is running here, and none that is followed"
        case .planRuns: "a plan is running: 6 shows it, ctrl-c stops it"
        case .planMaking: "a plan is being made already"
        case .nothingToApply: "this plan is over: r makes a new one"
        case .nothingToUndo: "there is no plan to take back: :plans lists them"
        case .logShared: "logs are off in share mode. To leave: S, then type LEAVE"
        case .noLog: "only functions have a log; 8 has curtain's own calls"
        case .noHistory: "there is no other view to go to"
        case .noFilter: "nothing is being searched for: / begins"
        case .onePane: "there is only one pane at this width"
        case .nothingToOpen: "this line leads nowhere"
        case .notInAFile: "values are not edited in a file: r makes a plan for a new one"
        case .clipboardOff: "copying values is off: [safety] clipboard in config.toml names native or tmux"
        case .noPlan: "no plan is running"
        case .noTimeline: "no incident is attached: i opens or attaches one"
        }
    }
}
