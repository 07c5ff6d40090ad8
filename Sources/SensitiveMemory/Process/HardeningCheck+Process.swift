extension HardeningCheck {
    static func freedMemory(isCleared: Bool) -> HardeningCheck {
        isCleared
            ? HardeningCheck(.freedMemory, .good, "memory is cleared when it is freed, in shared libraries too")
            : HardeningCheck(
                .freedMemory, .bad, "freed memory keeps what was in it",
                advice: "use a release build; this one was made for a sanitizer or a measurement")
    }

    static func coreLimit(bytes: UInt64) -> HardeningCheck {
        bytes == 0
            ? HardeningCheck(.coreLimit, .good, "no core file is written")
            : HardeningCheck(.coreLimit, .bad, "a crash may write a core file", advice: "ulimit -c 0")
    }

    /// A pattern that begins with a bar pipes the core into a program; the limit does not stop it, PR_SET_DUMPABLE does.
    static func coreDestination(pattern: String?) -> HardeningCheck {
        guard let pattern else { return HardeningCheck(.coreDestination, .unknown, "core_pattern cannot be read") }
        return pattern.hasPrefix("|")
            ? HardeningCheck(
                .coreDestination, .weak,
                "the system pipes cores into a program, which a limit does not stop; being undumpable does")
            : HardeningCheck(.coreDestination, .good, "cores would be files, and their limit is obeyed")
    }

    static func tracing(dumpable: Int32) -> HardeningCheck {
        switch dumpable {
        case 0: HardeningCheck(.tracing, .good, "other processes of this user cannot read this one's memory")
        case 1: HardeningCheck(.tracing, .bad, "other processes of this user can read this one's memory")
        case 2: HardeningCheck(.tracing, .good, "only root can read this process's memory")
        default: HardeningCheck(.tracing, .unknown, "the kernel does not say who may trace")
        }
    }

    /// Yama's setting: 0 any process of the user, 1 parents only, 2 root only, 3 nobody.
    static func tracingScope(setting: String?) -> HardeningCheck {
        switch setting.flatMap({ Int($0) }) {
        case 0?:
            HardeningCheck(
                .tracingScope, .weak, "the system lets processes of one user trace each other; this one refuses",
                advice: "sysctl kernel.yama.ptrace_scope=1")
        case let scope?: HardeningCheck(.tracingScope, .good, "the system restricts tracing (ptrace_scope \(scope))")
        case nil: HardeningCheck(.tracingScope, .unknown, "the system has no Yama; this process refuses by itself")
        }
    }

    static func tracer(process: Int?) -> HardeningCheck {
        switch process {
        case 0?: HardeningCheck(.tracer, .good, "no process traces this one")
        case let process?:
            HardeningCheck(
                .tracer, .bad, "process \(process) traces this one and sees everything",
                advice: "end it, then start anew")
        case nil: HardeningCheck(.tracer, .unknown, "/proc/self/status cannot be read")
        }
    }

    static func crashSignals(caught: [String]?) -> HardeningCheck {
        guard let caught else { return HardeningCheck(.crashSignals, .unknown, "/proc/self/status cannot be read") }
        return caught.isEmpty
            ? HardeningCheck(.crashSignals, .good, "a crash prints nothing")
            : HardeningCheck(
                .crashSignals, .bad, "a handler that may print stands for SIG\(caught.joined(separator: ", SIG"))")
    }

    static func newFiles(mask: UInt32?) -> HardeningCheck {
        guard let mask else { return HardeningCheck(.newFiles, .unknown, "the file mask cannot be read") }
        return mask & 0o077 == 0o077
            ? HardeningCheck(.newFiles, .good, "new files are for their owner only")
            : HardeningCheck(.newFiles, .bad, "new files can be read by others", advice: "umask 077")
    }

    static func lockLimit(bytes: UInt64, needed: Int) -> HardeningCheck {
        if bytes == .max { return HardeningCheck(.lockLimit, .good, "any amount of memory may be locked") }
        let text = "\(bytes / 1024) KiB may be locked, \(needed / 1024) KiB are wanted"
        return bytes >= UInt64(needed)
            ? HardeningCheck(.lockLimit, .good, text)
            : HardeningCheck(.lockLimit, .weak, text, advice: "ulimit -l \(needed / 1024)")
    }

    static func swap(devices: SwapDevices?) -> HardeningCheck {
        guard let devices else { return HardeningCheck(.swap, .unknown, "/proc/swaps cannot be read") }
        return devices.names.isEmpty
            ? HardeningCheck(.swap, .good, "there is no swap on a disk")
            : HardeningCheck(
                .swap, .weak, "there is swap on a disk; values are locked, the pages around them are not",
                advice: "encrypt it, or switch it off")
    }
}
