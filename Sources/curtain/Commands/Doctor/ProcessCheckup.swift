import SensitiveMemory

/// What the kernel says of this process's hardening.
enum ProcessCheckup {
    static func findings() -> [DoctorFinding] {
        ProcessHardening.report().map { check in
            DoctorFinding(check.subject.rawValue, .init(check.state), check.finding, advice: check.advice)
        }
    }
}

extension DoctorFinding.State {
    fileprivate init(_ state: HardeningCheck.State) {
        switch state {
        case .good: self = .ok
        case .weak, .unknown: self = .warn
        case .bad: self = .fail
        }
    }
}
