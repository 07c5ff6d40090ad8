/// The operations of the Resource Groups Tagging API.
public enum Tagging {}
