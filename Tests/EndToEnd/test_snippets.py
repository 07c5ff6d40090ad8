"""The code that a move hands out: Python run against the stand-in, JavaScript run by Node with played modules, Java parsed by
the JDK's own parser; each language where it is installed."""

import ast
import itertools
import shutil
import subprocess
import sys

import pytest
from test_move import Function, ministack, plan, run  # noqa: F401 (ministack: an account of this file's own)
from world import World

VALUE = "c4nary-snippet"
NUMBERS = itertools.count(1)

NODE_MODULES = {
    "@aws-sdk/client-ssm": """
exports.GetParameterCommand = class { constructor(input) { this.input = input; } };
exports.SSMClient = class {
  async send(command) {
    if (command.input.Name !== 'PLACE' || command.input.WithDecryption !== true) throw new Error(JSON.stringify(command.input));
    return { Parameter: { Value: 'VALUE' } };
  }
};""",
    "@aws-sdk/client-secrets-manager": """
exports.GetSecretValueCommand = class { constructor(input) { this.input = input; } };
exports.SecretsManagerClient = class {
  async send(command) {
    if (command.input.SecretId !== 'PLACE') throw new Error(JSON.stringify(command.input));
    return { SecretString: 'VALUE' };
  }
};""",
    "@aws-sdk/client-kms": """
exports.DecryptCommand = class { constructor(input) { this.input = input; } };
exports.KMSClient = class {
  async send(command) {
    const { CiphertextBlob, EncryptionContext } = command.input;
    if (CiphertextBlob.toString('base64') !== 'PLACE') throw new Error('another ciphertext');
    if (EncryptionContext.LambdaFunctionName !== process.env.AWS_LAMBDA_FUNCTION_NAME) throw new Error('another context');
    return { Plaintext: Buffer.from('VALUE') };
  }
};""",
    "@aws-lambda-powertools/parameters/ssm": """
exports.getParameter = async (name, options) => {
  if (name !== 'PLACE' || options.decrypt !== true) throw new Error(name);
  return 'VALUE';
};""",
    "@aws-lambda-powertools/parameters/secrets": """
exports.getSecret = async (name, options) => {
  if (name !== 'PLACE' || options.maxAge !== 60) throw new Error(name);
  return 'VALUE';
};""",
}

PARSER = """
import com.sun.source.util.*; import javax.tools.*; import java.nio.file.*; import java.util.*;
public class Parser {
    public static void main(String[] files) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        StandardJavaFileManager manager = compiler.getStandardFileManager(found, null, null);
        JavacTask task = (JavacTask) compiler.getTask(null, manager, found, null, null, manager.getJavaFileObjects(files));
        task.parse();
        for (Diagnostic<?> each : found.getDiagnostics()) System.out.println(each.getMessage(null));
    }
}
"""


@pytest.fixture
def world(tmp_path, ministack):
    return World(tmp_path, ministack)


@pytest.fixture(params=["parameter", "secret", "kms", "environment"])
def moved(world, request):
    """A move that waits for its code: the world, the plan, the function, its variable and what stands in it."""
    store = request.param
    name = f"snippet-{store}-{next(NUMBERS)}"
    variables = {"API_KEY": VALUE}
    if store == "environment":
        world.client("ssm").put_parameter(Name=f"/{name}/e", Value=VALUE, Type="SecureString")
        variables = {"KEY_PARAM": f"/{name}/e"}
    function = Function(world, name, "variable", "API_KEY", variables)
    if store == "environment":
        function.allow("ssm:GetParameter")
        made = plan(world, f"param:/{name}/e", "--to", store, "--variable", "API_KEY")
    elif store == "kms":
        key = world.client("kms").create_key()["KeyMetadata"]["Arn"]
        made = plan(world, f"env:{name}/API_KEY", "--to", store, "--key", key)
    else:
        made = plan(world, f"env:{name}/API_KEY", "--to", store, "--name", f"/{name}/key")
    run(world, "apply", made, status=4)
    variable = {"parameter": "API_KEY_PARAMETER", "secret": "API_KEY_SECRET", "kms": "API_KEY_CIPHERTEXT"}.get(store, "API_KEY")
    return world, made, name, variable, function.variables[variable]


def parts(world, made, language):
    """The snippets of a language: Powertools and the SDK, as far as there are both."""
    done = world.curtain("plan", "code", made["id"], "--language", language)
    assert done.status == 0, done.error
    text = done.output.decode().split(f"--- {language}\n", 1)[1].split("\n--- ", 1)[0]
    assert VALUE not in text
    return [part for part in text.split("\n\n") if part.strip()]


def environment(world, name, variable, held):
    return {
        **world.environment, "AWS_DEFAULT_REGION": world.environment["AWS_REGION"], variable: held, 
        "AWS_LAMBDA_FUNCTION_NAME": name}


def test_python_reads_the_value(moved):
    world, made, name, variable, held = moved
    snippets = parts(world, made, "python")
    for snippet in snippets:
        ast.parse(snippet)
    own = next(snippet for snippet in snippets if "Powertools" not in snippet)
    own = own.replace("fields = loads(value)", "fields = None")  # where it is JSON, says the snippet; here it is not
    done = subprocess.run(
        [sys.executable, "-c", own + "\nprint(value)"], env=environment(world, name, variable, held), capture_output=True, timeout=60)
    assert done.stdout.decode().strip() == VALUE, done.stderr.decode()


@pytest.mark.skipif(shutil.which("node") is None, reason="Node is not installed")
def test_node_reads_the_value(moved, tmp_path):
    world, made, name, variable, held = moved
    for module, text in NODE_MODULES.items():
        folder = tmp_path / "node_modules" / module
        folder.mkdir(parents=True)
        (folder / "index.js").write_text(text.replace("PLACE", held).replace("VALUE", VALUE))
    for snippet in parts(world, made, "node"):
        script = tmp_path / "handler.js"
        script.write_text(f"(async () => {{\n{snippet}\nprocess.stdout.write(value);\n}})();\n")
        done = subprocess.run(
            [shutil.which("node"), str(script)], env=environment(world, name, variable, held), capture_output=True, timeout=60)
        assert done.stdout.decode() == VALUE, snippet + done.stderr.decode()


@pytest.mark.skipif(shutil.which("javac") is None, reason="no JDK is installed")
def test_java_is_java(moved, tmp_path):
    world, made, _, _, _ = moved
    (tmp_path / "Parser.java").write_text(PARSER)
    for number, snippet in enumerate(parts(world, made, "java")):
        file = tmp_path / f"Handler{number}.java"
        file.write_text(f"class Handler{number} {{ void handle() {{\n{snippet}\n}} }}\n")
        done = subprocess.run(
            [shutil.which("java"), str(tmp_path / "Parser.java"), str(file)], capture_output=True, timeout=120)
        assert done.returncode == 0 and done.stdout == b"", snippet + done.stdout.decode() + done.stderr.decode()
