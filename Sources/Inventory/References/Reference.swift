/// The one way to name a thing, on the command line, in the `:` prompt and in the search box
/// (the grammar is in docs/references.md). Parsing and printing are in `Reference+Parsing.swift` and
/// `Reference+Printing.swift`.
public enum Reference: Hashable, Sendable {
    /// `fn:NAME`, `fn:NAME@ALIAS-or-VERSION`
    case function(name: String, qualifier: String? = nil)
    /// `env:FUNCTION/KEY`, `env:FUNCTION@VERSION/KEY`
    case variable(function: String, qualifier: String? = nil, name: String)
    /// `param:NAME`, `param:NAME:VERSION`, `param:NAME:LABEL`
    case parameter(name: String, selector: String? = nil)
    /// `secret:NAME`, `secret:NAME@STAGE-or-VERSIONID`, `…#/json/pointer`
    case secret(name: String, version: String? = nil, pointer: String? = nil)
    /// `key:alias/NAME`, `key:KEY-ID`
    case key(id: String)
    case role(name: String)
    case user(name: String)
    /// `accesskey:AKIA…`
    case accessKey(id: String)
    /// `alias:FUNCTION/NAME`
    case alias(function: String, name: String)
    /// An event source mapping, `esm:UUID`
    case eventSourceMapping(uuid: String)
    /// A function URL, `url:FUNCTION`
    case functionURL(function: String)
    case stack(name: String)
}
