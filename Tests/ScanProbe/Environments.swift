/// The environments of many functions, as people have them: settings, names of things, addresses, some JSON, some
/// tokens, now and then a key of 1.7 KB.
struct Environments {
    struct Variable {
        let name: String
        let value: [UInt8]
    }

    private(set) var variables: [Variable] = []
    private var state: UInt64 = 20_261_127

    init(functions: Int) {
        for function in 0..<functions {
            for kind in 0..<18 { variables.append(variable(kind, function)) }
        }
    }

    private mutating func variable(_ kind: Int, _ function: Int) -> Variable {
        let text =
            switch kind {
            case 0: ("LOG_LEVEL", "INFO")
            case 1: ("TABLE_NAME", "orders-prod-\(function)")
            case 2: ("QUEUE_URL", "https://sqs.eu-west-1.amazonaws.com/123456789012/orders-\(function)")
            case 3: ("DB_HOST", "orders-\(function).cluster-c9x8y7z6.eu-west-1.rds.amazonaws.com")
            case 4: ("DB_PORT", "5432")
            case 5:
                ("DB_SECRET_ARN", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/orders/\(function)-AbCdEf")
            case 6: ("POWERTOOLS_SERVICE_NAME", "payments")
            case 7:
                (
                    "FEATURE_FLAGS",
                    #"{"newCheckout":true,"limit":25,"regions":["eu-west-1","eu-central-1"],"mode":"safe"}"#
                )
            case 8: ("API_TOKEN", random(40))
            case 9: ("TIMEOUT_SECONDS", "30")
            case 10: ("OTEL_RESOURCE_ATTRIBUTES", "service.name=payments,deployment.environment=prod,team=\(function)")
            case 11: ("GIT_SHA", "4f2a9c0d1be38a77d5c6e1f0a9b8c7d6e5f40312")
            case 12:
                ("DATABASE_URL", "postgres://app:\(random(24))@orders.internal.example.com:5432/orders?sslmode=require")
            case 13: ("NODE_OPTIONS", "--enable-source-maps --max-old-space-size=512")
            case 14: ("ALLOWED_ORIGINS", "https://shop.example.com,https://admin.example.com,https://pay.example.com")
            case 15: ("PARAMETER_PATH", "/prod/payments/\(function)/")
            case 16: ("STAGE", "prod")
            default:
                function % 10 == 0
                    ? (
                        "PRIVATE_KEY",
                        "-----BEGIN RSA PRIVATE KEY-----\n\(random(1_600))\n-----END RSA PRIVATE KEY-----"
                    )
                    : (
                        "TEMPLATE",
                        "Dear customer, your order \(function) has been sent today and will be with you on Monday."
                    )
            }
        return Variable(name: text.0, value: Array(text.1.utf8))
    }

    private mutating func random(_ count: Int) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)
        return String(
            decoding: (0..<count).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return alphabet[Int((state >> 33) % 62)]
            }, as: UTF8.self)
    }
}
