import Inventory
import Testing

@testable import Operations

@Suite("The order of a set of rotations")
struct RotationOrderTests {
    private static func secret(_ name: String) -> Reference { .secret(name: name) }

    @Test("what is needed comes before, and nothing else is moved")
    func needs() {
        let (a, b, c, d) = (Self.secret("a"), Self.secret("b"), Self.secret("c"), Self.secret("d"))
        #expect(RotationOrder([a, b, c, d], needs: [:]).order == [a, b, c, d])
        #expect(RotationOrder([a, b, c, d], needs: [a: [c], c: [d]]).order == [b, d, c, a])
        #expect(RotationOrder([a, b], needs: [a: [Self.secret("elsewhere")]]).order == [a, b])
        #expect(RotationOrder([a, b], needs: [a: [a]]).circular.isEmpty)
    }

    @Test("a circle is cut where it begins, and said")
    func circle() {
        let (a, b, c) = (Self.secret("a"), Self.secret("b"), Self.secret("c"))
        let order = RotationOrder([a, b, c], needs: [a: [b], b: [a], c: [a]])
        #expect(order.order == [a, b, c])
        #expect(order.circular == [a])
    }

    @Test("every order has what is needed before what needs it, whatever the needs", arguments: 0..<40)
    func random(seed: UInt64) {
        var state = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        let all = (0..<8).map { Self.secret("s\($0)") }
        var needs: [Reference: Set<Reference>] = [:]
        // Each needs only such as have a smaller number, so that there is no circle.
        for place in 1..<8 { needs[all[place]] = Set((0..<next(4)).map { _ in all[next(place)] }) }
        let order = RotationOrder(all.reversed(), needs: needs)
        #expect(order.circular.isEmpty)
        #expect(Set(order.order) == Set(all))
        for (one, before) in needs {
            for other in before {
                #expect(order.order.firstIndex(of: other) ?? 9 < order.order.firstIndex(of: one) ?? -1)
            }
        }
    }
}
