import Testing

@testable import AWSClient

@Suite("Times")
struct CivilTimeTests {
    @Test(
        "there and back",
        arguments: [
            (0.0, "1970-01-01T00:00:00Z"), (951_782_400, "2000-02-29T00:00:00Z"),
            (1_440_938_160, "2015-08-30T12:36:00Z"),
            (4_102_444_799, "2099-12-31T23:59:59Z"), (-1, "1969-12-31T23:59:59Z")
        ])
    func roundTrip(seconds: Double, text: String) {
        #expect(CivilTime(seconds: seconds).rfc3339 == text)
        #expect(CivilTime.seconds(iso8601: text) == seconds)
        #expect(CivilTime(seconds: seconds).seconds == seconds)
    }

    @Test(
        "the forms of expiry times",
        arguments: [
            ("2015-08-30T12:36:00.5Z", 1_440_938_160.5 as Double?), ("2015-08-30T14:36:00+02:00", 1_440_938_160),
            ("2015-08-30T07:36:00-0500", 1_440_938_160), ("2015-08-30T12:36:00UTC", 1_440_938_160),
            ("2015-08-30 12:36:00", 1_440_938_160), ("2015-08-30", nil), ("2015-13-30T12:36:00Z", nil),
            ("2015-08-30T12:36:00X", nil), ("yesterday at noon, roughly", nil), ("2015-08-30T12:36:00.Z", nil)
        ])
    func forms(text: String, seconds: Double?) { #expect(CivilTime.seconds(iso8601: text) == seconds) }

    @Test("the Date header")
    func dateHeader() {
        #expect(CivilTime.seconds(httpDate: "Sun, 30 Aug 2015 12:36:00 GMT") == 1_440_938_160)
        #expect(CivilTime.seconds(httpDate: "Sun, 30 Foo 2015 12:36:00 GMT") == nil)
        #expect(CivilTime.seconds(httpDate: "now") == nil)
    }
}
