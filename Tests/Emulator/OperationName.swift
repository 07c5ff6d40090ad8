/// The operation behind a request, as the AWS API references give method and path.
enum OperationName {
    static func of(_ request: EmulatedRequest) -> String {
        if let target = request.headers["x-amz-target"] {
            return String(target.split(separator: ".").last ?? "")
        }
        if let action = request.text.split(separator: "&").first(where: { $0.hasPrefix("Action=") }) {
            return String(action.dropFirst("Action=".count))
        }
        return lambda(request)
    }

    private static func lambda(_ request: EmulatedRequest) -> String {
        let parts = request.path.split(separator: "/").dropFirst()  // the date of the API
        guard parts.first == "functions" else { return request.method + " " + request.path }
        switch (request.method, Array(parts.dropFirst(2)).map(String.init), parts.count) {
        case ("GET", _, 1): return "ListFunctions"
        case ("GET", [], _): return "GetFunction"
        case ("GET", ["configuration"], _): return "GetFunctionConfiguration"
        case ("GET", ["versions"], _): return "ListVersionsByFunction"
        case ("GET", ["aliases"], _): return "ListAliases"
        case ("GET", ["policy"], _): return "GetPolicy"
        default: return request.method + " " + request.path
        }
    }
}
