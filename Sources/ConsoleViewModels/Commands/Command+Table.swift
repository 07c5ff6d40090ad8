import Inventory

extension Command {
    /// The commands of the `:` line.
    public static let table: [Command] = [
        Command(
            verb: .list(.function), name: "fn", aliases: ["functions", "function", "lambda"], argument: .filter,
            help: "The functions, filtered if text or a tag follows."),
        Command(
            verb: .list(.parameter), name: "ssm", aliases: ["param", "params", "parameters", "parameter"],
            argument: .filter, help: "The parameters."),
        Command(
            verb: .list(.secret), name: "sec", aliases: ["secrets", "secret", "sm"], argument: .filter,
            help: "The secrets."),
        Command(
            verb: .list(.key), name: "kms", aliases: ["key"], argument: .filter, help: "The KMS keys."),
        Command(
            verb: .open, name: "open", aliases: ["show", "describe"], argument: .reference,
            help: "Open what the reference names; a bare reference does the same."),
        Command(
            verb: .reveal, name: "reveal", aliases: [], argument: .reference,
            help: "Ask for that value; the note is asked for next."),
        Command(
            verb: .mask, name: "mask", aliases: [], argument: .none,
            help: "Mask everything now, as X does."),
        Command(
            verb: .share, name: "share", aliases: [], argument: .onOff,
            help: "Share mode; off asks for the typed word."),
        Command(
            verb: .readOnly, name: "ro", aliases: ["readonly", "read-only"], argument: .onOff,
            help: "Read-only mode; it also refuses to reveal."),
        Command(
            verb: .sort, name: "sort", aliases: [], argument: .column,
            help: "Sort the list by a column; again reverses it."),
        Command(
            verb: .columns, name: "columns", aliases: ["cols"], argument: .columns,
            help: "The columns of the list: a menu, or those that follow."),
        Command(
            verb: .filter, name: "filter", aliases: [], argument: .filterName,
            help: "Filter by what was saved under the name."),
        Command(
            verb: .saveFilter, name: "save", aliases: [], argument: .filterName,
            help: "Save the filter of this list under a name."),
        Command(
            verb: .forgetFilter, name: "forget", aliases: [], argument: .filterName,
            help: "Forget a saved filter of this list."),
        Command(
            verb: .theme, name: "theme", aliases: ["themes"], argument: .theme,
            help: "Another theme: a menu that shows each, or its name."),
        Command(
            verb: .refresh, name: "refresh", aliases: ["reload"], argument: .none, help: "Ask AWS again."),
        Command(
            verb: .pulses, name: "pulse", aliases: ["pulses"], argument: .none,
            help: "What needs a look, counted from the lists."),
        Command(
            verb: .stale, name: "stale", aliases: ["old"], argument: .days,
            help: "What holds a secret and has not changed for so many days (365)."),
        Command(
            verb: .duplicates, name: "dups", aliases: ["duplicates"], argument: .none,
            help: "Variables that hold the same value, told by their fingerprints."),
        Command(
            verb: .connections, name: "xray", aliases: [], argument: .function,
            help: "What a function hangs on: variables, secrets, parameters, keys, role."),
        Command(
            verb: .usedBy, name: "usedby", aliases: ["used-by"], argument: .reference,
            help: "Who uses a thing, with the evidence; without a name, what is selected."),
        Command(
            verb: .reach, name: "reach", aliases: [], argument: .reference,
            help: "What a function reads or may read, with the evidence; without a name, what is selected."),
        Command(
            verb: .drift, name: "drift", aliases: [], argument: .none,
            help: "Functions on an older value than its source, and what mends each."),
        Command(
            verb: .access, name: "access", aliases: ["readers"], argument: .reference,
            help: "Who read a thing in the last day, from CloudTrail; without a name, what is selected."),
        Command(
            verb: .plan, name: "plan", aliases: [], argument: .none, help: "The steps of the plan that runs."),
        Command(
            verb: .profile, name: "profile", aliases: [], argument: .profile,
            help: "Begin again with another profile of the AWS files; @NAME does the same."),
        Command(
            verb: .region, name: "region", aliases: [], argument: .region, help: "Begin again in another region."),
        Command(
            verb: .json, name: "json", aliases: ["yaml"], argument: .reference,
            help: "Everything about a thing but its value, as JSON."),
        Command(
            verb: .audit, name: "audit", aliases: [], argument: .none, help: "The last records of the audit trail."),
        Command(
            verb: .doctor, name: "doctor", aliases: [], argument: .none,
            help: "What this machine, this terminal and this account lack."),
        Command(
            verb: .export, name: "export", aliases: [], argument: .file,
            help: "Write what is on the screen into a new file; no value is in it."),
        Command(
            verb: .incident, name: "inc", aliases: ["incident"], argument: .incidentWord,
            help: "The incidents, or one step of the attached one."),
        Command(
            verb: .contain, name: "contain", aliases: [], argument: .containment,
            help: "Do something at once against a leak; its effect and its undo are said first."),
        Command(
            verb: .check, name: "check", aliases: ["findings"], argument: .severity,
            help: "What is wrong, with its evidence and its fix; low, medium, high or critical and worse."),
        Command(
            verb: .cost, name: "cost", aliases: ["limits"], argument: .none,
            help: "What the stores cost a month, what moving would save, which limits are near."),
        Command(
            verb: .stores, name: "stores", aliases: ["advise"], argument: .reference,
            help: "The four stores beside each other for a thing; without a name, for what is selected."),
        Command(
            verb: .rotate, name: "rotate", aliases: [], argument: .reference,
            help: "Plan a new value for a secret, a parameter or a variable; without a name, for what is selected."),
        Command(
            verb: .set, name: "set", aliases: [], argument: .reference,
            help: "Plan a new value for a secret, a parameter or a variable and nothing else."),
        Command(
            verb: .redeploy, name: "redeploy", aliases: ["restart"], argument: .function,
            help: "Plan to make a function start anew, so that it reads its secrets once more."),
        Command(
            verb: .plans, name: "plans", aliases: [], argument: .none,
            help: "The plans of this installation, and where each stands."),
        Command(
            verb: .run(.apply), name: "apply", aliases: [], argument: .plan,
            help: "Carry out a plan, once its name is typed; without an id, the one on the screen."),
        Command(
            verb: .run(.resume), name: "resume", aliases: [], argument: .plan,
            help: "Go on with a plan that stopped half-way."),
        Command(
            verb: .stop, name: "stop", aliases: [], argument: .none,
            help: "Stop the plan that runs, here or on its own, behind the call that is under way."),
        Command(
            verb: .run(.rollback), name: "rollback", aliases: [], argument: .plan,
            help: "Take back what a plan has done, in reverse order."),
        Command(
            verb: .run(.retire), name: "retire", aliases: [], argument: .plan,
            help: "End the old value of a plan that is done, for good."),
        Command(
            verb: .timeline, name: "tl", aliases: ["timeline"], argument: .none,
            help: "The timeline of the attached incident."),
        Command(
            verb: .resources, name: "resources", aliases: [], argument: .none,
            help: "The four lists and how many rows they have."),
        Command(
            verb: .context, name: "context", aliases: ["whoami", "ctx"], argument: .none,
            help: "Who and where the console is."),
        Command(
            verb: .log, name: "log", aliases: ["calls"], argument: .none,
            help: "Every AWS call of this session."),
        Command(
            verb: .logs, name: "logs", aliases: ["tail"], argument: .function,
            help: "The end of a function's log, without what the function wrote; without a name, of what is selected."),
        Command(
            verb: .login, name: "login", aliases: ["signin"], argument: .none,
            help: "Sign in again when the session has ended."),
        Command(
            verb: .help, name: "help", aliases: ["h", "keys", "aliases"], argument: .none,
            help: "The keys and commands."),
        Command(
            verb: .quit, name: "q", aliases: ["q!", "qa", "Q", "quit", "exit"], argument: .none,
            help: "Mask everything and leave curtain.")
    ]

    /// The command of a name or alias.
    public static func named(_ word: String) -> Command? {
        table.first { $0.name == word } ?? table.first { $0.aliases.contains(word) }
    }
}
