import Operations
import Testing

@Suite("Waves")
struct RolloutTests {
    @Test("every function is in exactly one wave, the canary first, whatever the numbers")
    func waves() {
        for count in 0...60 {
            for canary in [Rollout.Canary.count(1), .count(7), .count(90), .percent(1), .percent(33), .percent(100)] {
                for wave in [1, 3, 100] {
                    let waves = Rollout(canary: canary, wave: wave).waves(of: count)
                    #expect(waves.flatMap { Array($0) } == Array(0..<count))
                    #expect(waves.dropFirst().allSatisfy { (1...wave).contains($0.count) })
                }
            }
        }
        #expect(Rollout(canary: .percent(10), wave: 50).waves(of: 101) == [0..<11, 11..<61, 61..<101])
        #expect(Rollout.atOnce(40).waves(of: 40) == [0..<40])
    }

    @Test("canary and checks are read as they are written")
    func texts() {
        for text in ["1", "12", "1%", "100%"] { #expect(Rollout.Canary(text)?.text == text) }
        for text in ["", "0", "-1", "0%", "101%", "1 %", "x"] { #expect(Rollout.Canary(text) == nil) }
        for text in [#"invoke={"a":1}"#, #"invoke={"a":1}=>{"b":2}"#, "errors=5m", "command=/bin/ok"] {
            #expect(PlanCheck(text)?.text == text)
        }
        for text in ["", "invoke", "invoke=", "errors=5", "errors=0m", "errors=xm", "other=1"] {
            #expect(PlanCheck(text) == nil)
        }
    }
}
