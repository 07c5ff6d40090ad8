/// Code that reads a secret by the name in a variable. A JSON secret is parsed by the code: each field is a member.
struct SecretSnippet {
    let variable: String

    func text(_ language: CodeLanguage) -> String {
        switch language {
        case .python:
            """
            # Powertools for AWS Lambda (Python); transform="json" gives a dict of the fields
            from os import environ
            from aws_lambda_powertools.utilities import parameters
            value = parameters.get_secret(environ["\(variable)"], max_age=60)

            # boto3
            from boto3 import client
            from json import loads
            from os import environ
            manager = client("secretsmanager")                          # outside the handler
            value = manager.get_secret_value(SecretId=environ["\(variable)"])["SecretString"]
            fields = loads(value)                                       # where it is JSON
            """
        case .node:
            """
            // Powertools for AWS Lambda (TypeScript); transform: 'json' gives an object of the fields
            const { getSecret } = require('@aws-lambda-powertools/parameters/secrets');
            const value = await getSecret(process.env.\(variable), { maxAge: 60 });

            // AWS SDK for JavaScript v3
            const { SecretsManagerClient, GetSecretValueCommand } = require('@aws-sdk/client-secrets-manager');
            const manager = new SecretsManagerClient();                 // outside the handler
            const answer = await manager.send(new GetSecretValueCommand({ SecretId: process.env.\(variable) }));
            const value = answer.SecretString;
            """
        case .java:
            """
            // Powertools for AWS Lambda (Java)
            SecretsProvider provider = SecretsProvider.builder().build();   // outside the handler
            String value = provider.withMaxAge(60, ChronoUnit.SECONDS).get(System.getenv("\(variable)"));

            // AWS SDK for Java 2.x
            SecretsManagerClient manager = SecretsManagerClient.create();   // outside the handler
            String value = manager.getSecretValue(r -> r.secretId(System.getenv("\(variable)"))).secretString();
            """
        case .go:
            """
            // AWS SDK for Go v2 (there is no Powertools for Go)
            // cfg, err := config.LoadDefaultConfig(ctx); client := secretsmanager.NewFromConfig(cfg)   // outside the handler
            answer, err := client.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{
                SecretId: aws.String(os.Getenv("\(variable)")),
            })
            if err != nil { return err }
            value := aws.ToString(answer.SecretString)
            """
        case .dotnet:
            """
            // Powertools for AWS Lambda (.NET)
            var provider = ParametersManager.SecretsProvider;
            string? value = await provider.WithMaxAge(TimeSpan.FromMinutes(1))
                .GetAsync(Environment.GetEnvironmentVariable("\(variable)")!);

            // AWS SDK for .NET
            var manager = new AmazonSecretsManagerClient();             // outside the handler
            var answer = await manager.GetSecretValueAsync(new GetSecretValueRequest {
                SecretId = Environment.GetEnvironmentVariable("\(variable)") });
            string value = answer.SecretString;
            """
        }
    }
}
