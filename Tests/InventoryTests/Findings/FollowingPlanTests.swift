import Inventory
import Testing

@Suite("The plan that follows an advice")
struct FollowingPlanTests {
    @Test("each store has its plan, with what it costs a month after it")
    func advice() {
        var answers = AdviceAnswers()
        answers.rotation = .mandated
        var plan = Advice(answers, name: "/prod/app/key").plan
        #expect(plan.command == "curtain plan set secret:prod/app/key --create")
        #expect(plan.monthlyBefore == 0 && (plan.monthlyAfter ?? 0) >= AWSFact.secretMonth.value)
        answers = AdviceAnswers()
        answers.functions = 5
        answers.size = 5_000
        plan = Advice(answers, name: "/prod/app/key").plan
        #expect(plan.command == "curtain plan set param:/prod/app/key --create --tier Advanced")
        answers.size = 70_000
        plan = Advice(answers, name: "/prod/app/key").plan
        #expect(plan.command.hasPrefix("curtain plan envelope "))
    }

    @Test("a reference is one word of a shell")
    func words() {
        #expect(Reference.secret(name: "prod/db").shellWord == "secret:prod/db")
        #expect(Reference.secret(name: "a", pointer: "/x").shellWord == "'secret:a#/x'")
        #expect(Reference.secret(name: "it's").shellWord == #"'secret:it'\''s'"#)
    }
}
