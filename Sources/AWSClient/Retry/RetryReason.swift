/// Why a try may be repeated.
enum RetryReason: Equatable {
    /// The service turned it away because of the rate: it was not carried out.
    case throttled
    /// A fault of the service or of the network in the middle.
    case transient
    /// The time was over, or nobody could be reached: as transient, at another price.
    case timeout
}
