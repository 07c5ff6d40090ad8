/// The operations of Secrets Manager.
public enum SecretsManager {}
