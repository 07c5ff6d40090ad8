import FoundationEssentials
import SensitiveMemory
import StrictJSON
import Testing

@testable import AWSClient

@Suite("Errors and answers against the published protocol tests")
struct ProtocolVectorTests {
    private func answer(_ status: Int, _ headers: [String: String], _ body: String) -> ErrorAnswer {
        let buffer = WipedBuffer()
        buffer.append(text: body)
        return ErrorAnswer(HTTPResponse(status: status, headers: headers, body: buffer))
    }

    @Test(
        "error shapes of the four protocols",
        arguments: [
            ("json", 12), ("json_1_0", 12), ("rest-json", 12), ("query", 3), ("json_1_0-query-compatible", 2)
        ])
    func errors(file: String, count: Int) throws {
        let url = try Vectors.folder("tests/unit/protocols/output").appending(path: "\(file).json")
        var done = 0
        for suite in try JSONDocument(try Vectors.text(url)).root.elements {
            for test in try #require(suite["cases"]).elements {
                guard let code = test["errorCode"]?.string, let response = test["response"] else { continue }
                var headers: [String: String] = [:]
                if let given = response["headers"] {
                    for (name, value) in given.members { headers[(name.string ?? "").lowercased()] = value.string }
                }
                let got = answer(
                    response["status_code"]?.int ?? 0, headers, response["body"]?.string ?? "")
                let id = test["id"]?.string ?? ""
                #expect(got.code == code, "\(id)")
                #expect(got.message == test["errorMessage"]?.string ?? "", "\(id)")
                done += 1
            }
        }
        #expect(done == count)
    }

    @Test("recorded errors of XML services")
    func recordedErrors() throws {
        let folder = try Vectors.folder("tests/unit/response_parsing/xml/errors")
        var done = 0
        for name in try Vectors.names(folder) where name.hasSuffix(".xml") {
            let expectedURL = folder.appending(path: name.replacing(".xml", with: ".json"))
            let expected = try JSONDocument(try Vectors.text(expectedURL)).root
            let got = answer(400, [:], try Vectors.text(folder.appending(path: name)))
            #expect(got.code == expected["Error"]?["Code"]?.string, "\(name)")
            #expect(got.message == expected["Error"]?["Message"]?.string ?? "", "\(name)")
            if let id = expected["ResponseMetadata"]?["RequestId"]?.string { #expect(got.requestID == id, "\(name)") }
            done += 1
        }
        #expect(done == 12)
    }

    @Test("recorded answers of XML services are read whole")
    func recordedAnswers() throws {
        let folder = try Vectors.folder("tests/unit/response_parsing/xml/responses")
        var done = 0
        // The answer with a bucket's policy is JSON in spite of its name.
        for name in try Vectors.names(folder) where name.hasSuffix(".xml") && name != "s3-get-bucket-policy.xml" {
            let buffer = WipedBuffer()
            buffer.append(text: try Vectors.text(folder.appending(path: name)))
            do {
                let root = try XMLDocument(parsing: buffer).root
                #expect(!root.name.isEmpty)
                done += 1
            } catch {
                Issue.record("\(name): \(error)")
            }
        }
        #expect(done > 100)
    }
}
