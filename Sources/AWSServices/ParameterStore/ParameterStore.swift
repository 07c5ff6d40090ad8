/// The operations of Parameter Store, a part of Systems Manager.
public enum ParameterStore {}
