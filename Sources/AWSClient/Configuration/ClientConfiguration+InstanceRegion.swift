import SensitiveMemory

extension ClientConfiguration {
    /// The configuration with the instance's region if nobody named one. Asks the metadata service, which takes
    /// up to a second where there is none.
    public func withInstanceRegion(_ transport: any HTTPTransport) async throws(AWSError) -> ClientConfiguration {
        guard region == nil else { return self }
        guard let service = try InstanceMetadata(SourceContext(configuration: self, transport: transport)) else {
            return self
        }
        var result = self
        do throws(InstanceMetadata.Failure) {
            let body = try await service.get("/latest/meta-data/placement/region", token: try await service.token())
            let name = body.withUnsafeBytes { bytes in
                String(decoding: bytes.prefix { $0 > 0x20 && $0 < 0x7F }, as: UTF8.self)
            }
            guard !name.isEmpty else { return self }
            result.region = name
            result.regionSource = "instance metadata"
        } catch {
            return self
        }
        return result
    }
}
