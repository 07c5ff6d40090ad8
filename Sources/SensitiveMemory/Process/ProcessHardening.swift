import CScrub

/// Makes the process tell nothing when it dies and nothing to its neighbours while it lives.
public enum ProcessHardening {
    /// The first thing in main, before any thread and before the supervising parent forks.
    ///
    /// - Default actions for ILL, TRAP, ABRT, BUS, FPE, SEGV and QUIT: the Swift runtime's own handler prints what it
    ///   finds on the stack, and an error's payload.
    /// - No core file, and no tracing or reading of memory by the same user.
    /// - New files for their owner only; the standard descriptors open; every other one closed on exec.
    ///
    /// A step that the kernel refuses is left as it is; `report()` reads back what holds.
    public static func apply() { cscrub_harden_process() }

    /// Keeps the process small while it works on much for a long time: memory that was freed goes back to the kernel.
    public static func keepSmall() { cscrub_keep_small() }

    /// Every promise about memory and process, each read back from the system.
    public static func report() -> [HardeningCheck] {
        let status = ProcessStatus.ofThisProcess()
        return [
            HardeningCheck.freedMemory(isCleared: cscrub_clears_freed_memory()),
            HardeningCheck.coreLimit(bytes: cscrub_core_limit()),
            HardeningCheck.coreDestination(pattern: SystemFile.line("/proc/sys/kernel/core_pattern")),
            HardeningCheck.tracing(dumpable: cscrub_dumpable()),
            HardeningCheck.tracingScope(setting: SystemFile.line("/proc/sys/kernel/yama/ptrace_scope")),
            HardeningCheck.tracer(process: status?.tracer),
            HardeningCheck.crashSignals(caught: status?.caughtCrashSignals),
            HardeningCheck.newFiles(mask: status?.fileMask),
            HardeningCheck.lockLimit(bytes: cscrub_lock_limit(), needed: SecretPool.standardSize)
        ] + HardeningCheck.valuePages(poolReport()) + [
            HardeningCheck.swap(devices: SystemFile.text("/proc/swaps").map(SwapDevices.init(swaps:)))
        ]
    }

    private static func poolReport() -> Result<SecretPoolReport?, SensitiveMemoryError> {
        do throws(SensitiveMemoryError) { return .success(try SecretPoolReport.ofThisProcess()) } catch {
            return .failure(error)
        }
    }
}
