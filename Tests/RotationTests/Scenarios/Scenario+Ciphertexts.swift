import Operations

extension Scenario {
    /// A function behind an alias and one without, each with a ciphertext of its own; a third under a key that is none of
    /// ours.
    func addCiphertexts(to account: inout FakeAccount) {
        account.keys = [
            FakeCiphertext.former: .init(), FakeCiphertext.successor: .init(), FakeCiphertext.other: .init()
        ]
        account.keyAliases = ["alias/own": FakeCiphertext.former]
        for (name, key, context) in [
            ("sign", FakeCiphertext.former, "sign"), ("batch", FakeCiphertext.former, ""),
            ("away", FakeCiphertext.other, "away")
        ] {
            var function = FakeFunction(way: .ciphertext("PIN_CIPHERTEXT"))
            function.role = "arn:aws:iam::111122223333:role/\(name)-role"
            let held = FakeCiphertext(key: key, context: context, serial: 0, plaintext: "c4nary-old")
            function.latest.variables = ["PIN_CIPHERTEXT": held.text, "LOG_LEVEL": "INFO"]
            if name == "sign" {
                function.versions = [
                    .init(configuration: function.latest, description: "release 1", revision: "r-v1")
                ]
                function.aliases["live"] = .init(version: "1", revision: "r-alias")
            }
            account.functions[name] = function
        }
    }
}
