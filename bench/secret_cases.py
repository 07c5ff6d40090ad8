"""secret_cases.py DETECT_SECRETS GITLEAKS > cases.jsonl

Reads the published test cases of detect-secrets and gitleaks out of clones of the two repositories (a work tree or a git
directory) and writes each as an environment variable: {"origin", "name", "value", "secret"}. What the projects assert of a
line is what is expected of the variable. Nothing of theirs is run: Python cases are read from the syntax tree, Go cases by a
reader of the few expressions in use; values that they generate from a pattern are generated here, from a seed.

A line that is an assignment becomes the variable of that name, in capitals; any other text is the value of VALUE. Left out
are cases that are about the syntax of a language or a file and not about a secret, which the count on standard error tells.
"""

import ast
import json
import pathlib
import random
import re
import re._parser as pattern
import subprocess
import sys

seed = random.Random(20261127)
ASSIGNMENT = re.compile(
    r"""^\s*(?:(?:export|set|var|let|const|string|String|char|public|private|static)\s+)*[\"'$]?([A-Za-z_][\w.-]{0,60})[\"']?
        (?:\[\d*\])?\s*(?:string\s*)?(?:=>|:{1,3}=|\?=|\.=|===?|!==?|=|:)\s*@?(\"[^\"]*\"|'[^']*'|`[^`]*`|[^\s\"'`].*?)[;,]?\s*$""",
    re.VERBOSE)


def files(repository, folder, ending):
    """(path, text) of the files below a folder of the newest commit."""
    root = pathlib.Path(repository)
    git = ["git", "-C", str(root)]
    names = subprocess.run([*git, "ls-tree", "-r", "--name-only", "HEAD", folder], capture_output=True, text=True,
                           check=True).stdout.split("\n")
    for name in names:
        if name.endswith(ending):
            yield name, subprocess.run([*git, "show", f"HEAD:{name}"], capture_output=True, text=True, check=True).stdout


def variable(origin, text, secret):
    """The case as a variable; nil if the text is source code around the case rather than the case."""
    found = ASSIGNMENT.match(text)
    if found and not found.group(2).startswith("//"):
        name, value = found.group(1), found.group(2)
        if value[:1] in "\"'`" and value[-1:] == value[:1] and len(value) > 1:
            value = value[1:-1]
        name = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name)
        name = re.sub(r"[^A-Za-z0-9]+", "_", name).upper()
    else:
        name, value = "VALUE", text.strip().strip("\"'`")
    return {"origin": origin, "name": name, "value": value, "secret": secret}


# --- values made from a pattern -------------------------------------------------------------------------------------

def generate(expression):
    return "".join(_generate(pattern.parse(re.sub(r"\(\?i\)", "", expression.replace("[[:alnum:]]", "[a-zA-Z0-9]")))))


def _generate(tree):
    for operation, argument in tree:
        word = str(operation)
        if word == "LITERAL":
            yield chr(argument)
        elif word in ("MAX_REPEAT", "MIN_REPEAT"):
            low, high, inner = argument
            for _ in range(low if low else min(int(high), 1) if int(high) < 100 else 8):
                yield from _generate(inner)
        elif word == "SUBPATTERN":
            yield from _generate(argument[-1])
        elif word == "BRANCH":
            yield from _generate(seed.choice(argument[1]))
        elif word == "IN":
            yield seed.choice(_members(argument))
        elif word == "AT":
            continue
        elif word == "ANY":
            yield seed.choice("abcdefghijklmnopqrstuvwxyz0123456789")
        else:
            raise ValueError(word)


def _members(items):
    characters = []
    for operation, argument in items:
        word = str(operation)
        if word == "LITERAL":
            characters.append(chr(argument))
        elif word == "RANGE":
            characters += [chr(code) for code in range(argument[0], argument[1] + 1)]
        elif word == "CATEGORY":
            characters += "0123456789" + ("" if "DIGIT" in str(argument) else
                                          "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_")
        else:
            raise ValueError(word)
    return characters


# --- gitleaks -------------------------------------------------------------------------------------------------------

GO = re.compile(r"""\s+|//[^\n]*|/\*.*?\*/|(?P<raw>`[^`]*`)|(?P<text>"(?:\\.|[^"\\])*")|(?P<word>[A-Za-z_][\w.]*)|(?P<sign>[^\s\w])""",
                re.DOTALL)
SIZES = {"Numeric": "[0-9]", "Hex": "[a-f0-9]", "AlphaNumeric": "[a-z0-9]", "AlphaNumericExtendedShort": "[a-z0-9_-]",
         "AlphaNumericExtended": r"[a-z0-9=_\-]", "AlphaNumericExtendedLong": r"[a-z0-9\/=_\+\-]"}
# How gitleaks itself spells a token in the file formats that matter to an environment.
FORMS = ['{0}_token={1}', '{0}Token = "{1}"', '{0}_token: {1}']


class Go:
    """A reader of string expressions: literals, +, and the generators of the project."""

    def __init__(self, text):
        self.tokens = [m for m in GO.finditer(text) if m.lastgroup]
        self.place = 0

    def peek(self):
        return self.tokens[self.place].group() if self.place < len(self.tokens) else ""

    def take(self):
        self.place += 1
        return self.tokens[self.place - 1]

    def expression(self):
        value = self.term()
        while self.peek() == "+":
            self.take()
            other = self.term()
            value = value + other if isinstance(value, str) and isinstance(other, str) else None
            if value is None:
                raise ValueError("no string")
        return value

    def term(self):
        token = self.take()
        if token.lastgroup == "raw":
            return token.group()[1:-1]
        if token.lastgroup == "text":
            return ast.literal_eval(token.group().replace("\\`", "`"))
        if token.lastgroup != "word":
            raise ValueError(token.group())
        name = token.group()
        if self.peek() != "(":
            raise ValueError(name)
        self.take()
        arguments = []
        while self.peek() != ")":
            arguments.append(self.expression())
            if self.peek() == ",":
                self.take()
        self.take()
        name = name.split(".")[-1]
        if name in SIZES:
            return f"{SIZES[name]}{{{arguments[0]}}}"
        if name == "Hex8_4_4_4_12":
            return "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
        if name in ("NewSecret", "NewSecretWithEntropy", "newPlausibleSecret"):
            return generate(arguments[0])
        if name == "GenerateSampleSecret":
            return f'{arguments[0]}_api_token = "{arguments[1]}"'
        if name == "GenerateSampleSecrets":
            return [form.format(*arguments[:2]) for form in FORMS]
        raise ValueError(name)


def gitleaks(repository):
    skipped = 0
    for path, text in files(repository, "cmd/generate/config/rules", ".go"):
        origin = "gitleaks"
        for kind, start in [(m.group(1), m.start()) for m in re.finditer(r"\b(tps|fps)\s*:?=\s*", text)]:
            if "map[string]" in text[start:start + 40]:
                skipped += 1
                continue
            reader = Go(text[start:])
            reader.take()
            while reader.peek() in (":", "="):
                reader.take()
            try:
                cases = []
                if reader.peek() == "[":
                    for _ in range(4):
                        reader.take()
                    while reader.peek() != "}":
                        cases += one(reader)
                        if reader.peek() == ",":
                            reader.take()
                elif reader.peek() == "append":
                    reader.take(), reader.take(), reader.take(), reader.take()
                    while reader.peek() != ")":
                        cases += one(reader)
                        while reader.peek() in (",", "."):
                            reader.take()
                else:
                    cases += one(reader)
            except (ValueError, IndexError, SyntaxError):
                skipped += 1
                continue
            for case in cases:
                # Lines of a program, a manifest or a document are about finding the line, not the value.
                if "\n" in case and "PRIVATE KEY" not in case or len(case) > 4096 or case.lstrip().startswith("curl "):
                    skipped += 1
                    continue
                yield variable(origin, case, kind == "tps")
    print(f"gitleaks: {skipped} left out", file=sys.stderr)


def one(reader):
    value = reader.expression()
    return value if isinstance(value, list) else [value]


# --- detect-secrets -------------------------------------------------------------------------------------------------

class Names(ast.NodeVisitor):
    """The constants of a test module that are strings, or lists made of them."""

    def __init__(self):
        self.known = {}

    def visit_Assign(self, node):
        try:
            self.known[node.targets[0].id] = value(node.value, self.known)
        except (ValueError, AttributeError):
            pass


def value(node, known):
    if isinstance(node, ast.Constant):
        return node.value
    if isinstance(node, (ast.Tuple, ast.List)):
        return [value(element, known) for element in node.elts]
    if isinstance(node, ast.Name) and node.id in known:
        return known[node.id]
    if isinstance(node, ast.JoinedStr):
        return "".join(str(value(part.value if isinstance(part, ast.FormattedValue) else part, known))
                       for part in node.values)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return value(node.left, known) + value(node.right, known)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format":
        return value(node.func.value, known).format(
            *[value(argument, known) for argument in node.args],
            **{keyword.arg: value(keyword.value, known) for keyword in node.keywords})
    raise ValueError(ast.dump(node)[:40])


# Addresses are no secrets here. A program's syntax decides what the entropy cases expect: their two sorts of
# string are taken as what they are called, secret and non-secret.
LEFT_OUT = {"base_test.py", "ip_public_test.py", "high_entropy_strings_test.py", "keyword_test.py"}


def detect_secrets(repository):
    skipped = 0
    for path, text in files(repository, "tests/plugins", "_test.py"):
        name = path.rsplit("/", 1)[-1]
        tree = ast.parse(text)
        names = Names()
        names.visit(tree)
        if name == "keyword_test.py":
            for line, secret in names.known.get("CONFIG_TEST_CASES", []):
                yield variable("detect-secrets", line, secret is not None)
        if name == "high_entropy_strings_test.py":
            for other, secret in re.findall(r"HighEntropyString,\s*'([^']*)',(?:\s*#[^\n]*)?\s*'([^']*)'", text):
                yield variable("detect-secrets", other, False)
                yield variable("detect-secrets", secret, True)
        if name in LEFT_OUT:
            continue
        for node in ast.walk(tree):
            if not (isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "parametrize"):
                continue
            try:
                cases = value(node.args[1], names.known)
            except (ValueError, IndexError, KeyError):
                skipped += 1
                continue
            columns = value(node.args[0], {})
            for case in cases:
                case = case if isinstance(case, list) else [case]
                if not isinstance(case[0], str):
                    skipped += 1
                    continue
                flag = case[1] if len(case) > 1 else True
                if not isinstance(flag, (bool, type(None), str, list)) or "verif" in str(columns):
                    skipped += 1
                    continue
                if "\n" in case[0]:
                    skipped += 1
                    continue
                yield variable("detect-secrets", case[0], bool(flag))
    print(f"detect-secrets: {skipped} left out", file=sys.stderr)


def main():
    seen = set()
    for case in [*detect_secrets(sys.argv[1]), *gitleaks(sys.argv[2])]:
        key = (case["name"], case["value"])
        if key not in seen:
            seen.add(key)
            print(json.dumps(case, ensure_ascii=False))


main()
