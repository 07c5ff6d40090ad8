/// Code that decrypts what a variable holds, once per sandbox. No Powertools has this; it is a call of the SDK.
struct CiphertextSnippet {
    let variable: String

    func text(_ language: CodeLanguage) -> String {
        switch language {
        case .python:
            """
            # boto3, outside the handler: once per sandbox
            from base64 import b64decode
            from boto3 import client
            from os import environ
            value = client("kms").decrypt(
                CiphertextBlob=b64decode(environ["\(variable)"]),
                EncryptionContext={"LambdaFunctionName": environ["AWS_LAMBDA_FUNCTION_NAME"]},
            )["Plaintext"].decode()
            """
        case .node:
            """
            // AWS SDK for JavaScript v3, outside the handler: once per sandbox
            const { KMSClient, DecryptCommand } = require('@aws-sdk/client-kms');
            const answer = await new KMSClient().send(new DecryptCommand({
              CiphertextBlob: Buffer.from(process.env.\(variable), 'base64'),
              EncryptionContext: { LambdaFunctionName: process.env.AWS_LAMBDA_FUNCTION_NAME },
            }));
            const value = Buffer.from(answer.Plaintext).toString('utf8');
            """
        case .java:
            """
            // AWS SDK for Java 2.x, outside the handler: once per sandbox
            SdkBytes blob = SdkBytes.fromByteArray(Base64.getDecoder().decode(System.getenv("\(variable)")));
            String value = KmsClient.create().decrypt(r -> r.ciphertextBlob(blob)
                .encryptionContext(Map.of("LambdaFunctionName", System.getenv("AWS_LAMBDA_FUNCTION_NAME"))))
                .plaintext().asUtf8String();
            """
        case .go:
            """
            // AWS SDK for Go v2, outside the handler: once per sandbox
            blob, err := base64.StdEncoding.DecodeString(os.Getenv("\(variable)"))
            if err != nil { return err }
            answer, err := kms.NewFromConfig(cfg).Decrypt(ctx, &kms.DecryptInput{
                CiphertextBlob:    blob,
                EncryptionContext: map[string]string{"LambdaFunctionName": os.Getenv("AWS_LAMBDA_FUNCTION_NAME")},
            })
            if err != nil { return err }
            value := string(answer.Plaintext)
            """
        case .dotnet:
            """
            // AWS SDK for .NET, outside the handler: once per sandbox
            var blob = Convert.FromBase64String(Environment.GetEnvironmentVariable("\(variable)")!);
            var answer = await new AmazonKeyManagementServiceClient().DecryptAsync(new DecryptRequest {
                CiphertextBlob = new MemoryStream(blob),
                EncryptionContext = new() {
                    ["LambdaFunctionName"] = Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_NAME")! } });
            string value = Encoding.UTF8.GetString(answer.Plaintext.ToArray());
            """
        }
    }
}
