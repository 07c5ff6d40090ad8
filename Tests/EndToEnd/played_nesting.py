"""A stack that is nested in another, in front of a stand-in that lacks AWS::CloudFormation::Stack: both are stacks of the stand-in's
own, and the answers about them say what CloudFormation's would: the parent's template and resources have the child, and the child
names its parent."""

import re
import urllib.parse
from xml.sax.saxutils import escape

from forwarding_server import ForwardingServer


class PlayedNesting(ForwardingServer):
    def __init__(self, stand_in, parent, child, logical_id, template):
        stacks = stand_in.client("cloudformation")
        self.parent, self.logical_id, self.template = parent, logical_id, template
        self.parent_arn, self.child_arn = (
            stacks.describe_stacks(StackName=name)["Stacks"][0]["StackId"] for name in (parent, child))
        super().__init__(stand_in)

    def respond(self, method, path, headers, body):
        asked = dict(urllib.parse.parse_qsl(body.decode("latin-1"))) if b"Action=" in body else {}
        action, is_parent = asked.get("Action"), asked.get("StackName") in (self.parent, self.parent_arn)
        if action == "GetTemplate" and is_parent:
            return self.answer(action, f"<TemplateBody>{escape(self.template)}</TemplateBody>")
        if action == "ListStackResources" and is_parent:
            return self.answer(action, f"""<StackResourceSummaries><member>
                <LogicalResourceId>{self.logical_id}</LogicalResourceId><PhysicalResourceId>{self.child_arn}</PhysicalResourceId>
                <ResourceType>AWS::CloudFormation::Stack</ResourceType><ResourceStatus>CREATE_COMPLETE</ResourceStatus>
                </member></StackResourceSummaries>""")
        status, kept, data = self.forward(method, path, headers, body)
        if action == "DescribeStacks":
            own = re.escape(f"<StackId>{self.child_arn}</StackId>")
            ids = "".join(f"<{name}>{self.parent_arn}</{name}>" for name in ("ParentId", "RootId"))
            data = re.sub(own, lambda found: found[0] + ids, data.decode()).encode()
        return status, kept, data

    @staticmethod
    def answer(action, result):
        text = f"<{action}Response><{action}Result>{result}</{action}Result></{action}Response>"
        return 200, [("Content-Type", "text/xml")], text.encode()
