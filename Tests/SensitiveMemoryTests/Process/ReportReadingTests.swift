import Testing

@testable import SensitiveMemory

@Suite("Reading back from the system")
struct ReportReadingTests {
    private static let smaps = """
        7f1000000000-7f1000001000 ---p 00000000 00:00 0
        Size:                  4 kB
        VmFlags: mr mw me nr sd
        7f1000001000-7f1000011000 rw-p 00000000 00:00 0                          [anon: x-y]
        Size:                 64 kB
        VmFlags: rd wr mr mw me lo nr wf dd sd nh
        7f1000011000-7f1000021000 rw-p 00000000 00:00 0
        VmFlags: rd wr mr mw me nr wf dd sd nh
        """

    @Test("smaps: areas, their flags, and how much of a range has a flag")
    func smaps() {
        let map = MemoryMap(smaps: Self.smaps)
        #expect(map.areas.count == 3)
        let pool: Range<UInt> = 0x7f10_0000_1000..<0x7f10_0002_1000
        #expect(map.bytes(of: pool, with: "lo") == 0x10000)
        #expect(map.bytes(of: pool, with: "dd") == 0x20000)
        #expect(map.bytes(of: pool, with: "zz") == 0)
    }

    @Test("status: the handlers of a crash, the mask, the tracer")
    func status() {
        let status = ProcessStatus(text: "Name:\tx\nUmask:\t0077\nTracerPid:\t12\nSigCgt:\t0000000000000480\n")
        #expect(status.caughtCrashSignals == ["FPE", "SEGV"])
        #expect(status.fileMask == 0o077)
        #expect(status.tracer == 12)
        #expect(ProcessStatus(text: "SigCgt:\t0000000008000002\n").caughtCrashSignals == [])
        #expect(ProcessStatus(text: "") == ProcessStatus(text: "garbage"))
    }

    @Test("swaps: disks count, compressed memory does not")
    func swaps() {
        let head = "Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n"
        #expect(SwapDevices(swaps: head).names.isEmpty)
        #expect(
            SwapDevices(swaps: head + "/dev/zram0   partition 1 0 100\n/swapfile  file 1 0 -2\n").names == ["/swapfile"]
        )
    }

    @Test("a pattern that pipes cores into a program is told, since the limit does not stop it")
    func corePattern() {
        #expect(HardeningCheck.coreDestination(pattern: "|/usr/share/apport/apport -p%p").state == .weak)
        #expect(HardeningCheck.coreDestination(pattern: "core").state == .good)
        #expect(HardeningCheck.coreDestination(pattern: nil).state == .unknown)
    }

    @Test("pages that the kernel did not lock are told, with what would mend it")
    func partlyLocked() throws {
        let report = SecretPoolReport(
            size: 4 << 20, locked: 64 << 10, leftOutOfCores: 4 << 20, wipedOnFork: 4 << 20, inUse: 0, values: 0)
        let checks = HardeningCheck.valuePages(.success(report))
        #expect(checks.map(\.state) == [.bad, .good, .good])
        #expect(checks[0].finding == "64 of the 4096 KiB for values are kept out of swap")
        #expect(checks[0].advice == "ulimit -l 4096")
        #expect(!report.isComplete)
    }

    @Test("the report has each subject once, in this process too")
    func complete() {
        let subjects = ProcessHardening.report().map(\.subject)
        #expect(Set(subjects) == Set(HardeningCheck.Subject.allCases))
        #expect(subjects.count == Set(subjects).count)
    }
}
