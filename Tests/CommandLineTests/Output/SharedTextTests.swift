import Testing

@testable import curtain

@Suite("Text in share mode")
struct SharedTextTests {
    @Test(
        "account ids and session names are shortened, nothing else is",
        arguments: [
            ("111122223333", "1***..**33"),
            ("arn:aws:lambda:eu-west-1:111122223333:function:pay", "arn:aws:lambda:eu-west-1:1***..**33:function:pay"),
            (
                "arn:aws:sts::111122223333:assumed-role/admin/jane@example.com",
                "arn:aws:sts::1***..**33:assumed-role/admin/j***"
            ),
            ("\"arn:aws:sts::111122223333:assumed-role/a/b\",1", "\"arn:aws:sts::1***..**33:assumed-role/a/b***\",1"),
            ("assumed-role/a", "assumed-role/a"), ("assumed-role/a/", "assumed-role/a/"),
            ("{\"size\":123456789012,\"x\":210987654321}", "{\"size\":123456789012,\"x\":210987654321}"),
            ("1111222233334", "1111222233334"), ("11112222333", "11112222333"),
            ("über 111122223333", "über 1***..**33"),
            ("", "")
        ])
    func shortening(text: String, shared: String) {
        #expect(SharedText.of(text) == shared)
    }
}
