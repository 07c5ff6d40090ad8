import ConsoleViewModels
import Testing

@Suite("Times and ages")
struct WallTimeTests {
    @Test(
        "UTC from seconds since 1970",
        arguments: [
            (0, "1970-01-01 00:00Z"), (951_782_399, "2000-02-28 23:59Z"), (951_782_400, "2000-02-29 00:00Z"),
            (1_795_528_920, "2026-11-24 14:02Z"), (-1, "1969-12-31 23:59Z"), (4_107_542_400, "2100-03-01 00:00Z")
        ])
    func times(seconds: Double, expected: String) {
        #expect(WallTime(seconds).dayAndMinute == expected)
    }

    @Test("what no clock says does not crash", arguments: [Double.nan, .infinity, -.infinity, 1e300])
    func nonsense(seconds: Double) {
        _ = WallTime(seconds).dayAndMinute
        _ = Age.words(seconds: seconds)
    }

    @Test(
        "ages",
        arguments: [
            (0, "now"), (59, "now"), (60, "1m"), (3_600, "1h"), (86_400, "1d"), (35_596_800, "412d"), (-7_200, "in 2h")
        ])
    func ages(seconds: Double, expected: String) {
        #expect(Age.words(seconds: seconds) == expected)
    }
}
