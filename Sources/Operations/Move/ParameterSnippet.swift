/// Code that reads a SecureString by the name in a variable.
struct ParameterSnippet {
    let variable: String

    func text(_ language: CodeLanguage) -> String {
        switch language {
        case .python:
            """
            # Powertools for AWS Lambda (Python); kept for 5 seconds unless max_age says otherwise
            from os import environ
            from aws_lambda_powertools.utilities import parameters
            value = parameters.get_parameter(environ["\(variable)"], decrypt=True, max_age=60)

            # boto3
            from boto3 import client
            from os import environ
            ssm = client("ssm")                                         # outside the handler
            value = ssm.get_parameter(Name=environ["\(variable)"], WithDecryption=True)["Parameter"]["Value"]
            """
        case .node:
            """
            // Powertools for AWS Lambda (TypeScript)
            const { getParameter } = require('@aws-lambda-powertools/parameters/ssm');
            const value = await getParameter(process.env.\(variable), { decrypt: true, maxAge: 60 });

            // AWS SDK for JavaScript v3
            const { SSMClient, GetParameterCommand } = require('@aws-sdk/client-ssm');
            const ssm = new SSMClient();                                // outside the handler
            const answer = await ssm.send(new GetParameterCommand({ Name: process.env.\(variable), WithDecryption: true }));
            const value = answer.Parameter.Value;
            """
        case .java:
            """
            // Powertools for AWS Lambda (Java)
            SSMProvider provider = SSMProvider.builder().build();       // outside the handler
            String value = provider.withDecryption().withMaxAge(60, ChronoUnit.SECONDS).get(System.getenv("\(variable)"));

            // AWS SDK for Java 2.x
            SsmClient ssm = SsmClient.create();                         // outside the handler
            String value = ssm.getParameter(r -> r.name(System.getenv("\(variable)")).withDecryption(true))
                .parameter().value();
            """
        case .go:
            """
            // AWS SDK for Go v2 (there is no Powertools for Go)
            // cfg, err := config.LoadDefaultConfig(ctx); client := ssm.NewFromConfig(cfg)   // outside the handler
            answer, err := client.GetParameter(ctx, &ssm.GetParameterInput{
                Name:           aws.String(os.Getenv("\(variable)")),
                WithDecryption: aws.Bool(true),
            })
            if err != nil { return err }
            value := aws.ToString(answer.Parameter.Value)
            """
        case .dotnet:
            """
            // Powertools for AWS Lambda (.NET)
            var provider = ParametersManager.SsmProvider;
            string? value = await provider.WithDecryption().WithMaxAge(TimeSpan.FromMinutes(1))
                .GetAsync(Environment.GetEnvironmentVariable("\(variable)")!);

            // AWS SDK for .NET
            var ssm = new AmazonSimpleSystemsManagementClient();        // outside the handler
            var answer = await ssm.GetParameterAsync(new GetParameterRequest {
                Name = Environment.GetEnvironmentVariable("\(variable)"), WithDecryption = true });
            string value = answer.Parameter.Value;
            """
        }
    }
}
