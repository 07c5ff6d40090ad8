import Operations
import Testing

@Suite("How far a plan has come")
struct PlanProgressTests {
    private let plan = SamplePlan.make(transition: .cutover)
    private func key(_ action: StepAction) -> StepKey { StepKey(action, SamplePlan.subject) }

    @Test("a cutover is unsafe to stop from the target's change to the promotion, and back")
    func unsafe() {
        var progress = PlanProgress()
        func expect(_ direction: Direction, _ unsafe: Bool) {
            #expect(progress.isUnsafeToStop(plan, direction) == unsafe)
        }
        expect(.forward, false)
        progress.add(.outcome(key(.stageSecretVersion), .forward, .done, [:], requestID: nil, words: nil))
        expect(.forward, false)
        progress.add(.intent(key(.setTarget), .forward, [:]))
        expect(.forward, true)
        progress.add(.outcome(key(.setTarget), .forward, .done, [:], requestID: nil, words: nil))
        expect(.forward, true)
        progress.add(.intent(key(.promoteSecretVersion), .forward, [:]))
        expect(.forward, true)
        progress.add(.outcome(key(.promoteSecretVersion), .forward, .done, [:], requestID: nil, words: nil))
        expect(.forward, false)
        progress.add(.intent(key(.setTarget), .back, [:]))
        expect(.back, true)
        progress.add(.outcome(key(.promoteSecretVersion), .back, .done, [:], requestID: nil, words: nil))
        expect(.back, false)
        #expect(!PlanProgress().isUnsafeToStop(SamplePlan.make(), .forward))
    }

    @Test("a new intent takes an older outcome's place, and what may have changed is remembered until it is taken back")
    func mayHaveChanged() {
        var progress = PlanProgress()
        let step = key(.setTarget)
        #expect(!progress.mayHaveChanged(step))
        progress.add(.intent(step, .forward, [:]))
        #expect(progress.mayHaveChanged(step))
        progress.add(.outcome(step, .forward, .failed, [:], requestID: nil, words: nil))
        #expect(progress.mayHaveChanged(step))
        progress.add(.intent(step, .back, [:]))
        progress.add(.outcome(step, .back, .done, [:], requestID: nil, words: nil))
        #expect(!progress.mayHaveChanged(step))
    }
}
