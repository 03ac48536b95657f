"""The API of a sandbox as it is, without a filter."""
import json
import urllib.request

KEY = "sk_test_1"
# The one with 250 rows in most lists.
ACCOUNT = "acct_01h2xcejqtf2nbrexx3vqjhp41"


class Platform:
    """The API as it is, a page at a time."""

    # Pages end elsewhere than those of dialsh.
    page_size = 70

    def __init__(self, url):
        self.url = url
        # A proxy of the environment is none for this machine.
        self.opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        self.lists = {}

    def rows(self, path, account=ACCOUNT):
        """All rows of a list, in the order in which the API lists them."""
        if (path, account) not in self.lists:
            rows, target = [], f"{path}?limit={self.page_size}"
            while target:
                headers = {"Authorization": f"Bearer {KEY}", "DialStack-Account": account}
                request = urllib.request.Request(self.url + target, headers=headers)
                with self.opener.open(request, timeout=30) as answer:
                    page = json.load(answer)
                rows += page["data"]
                target = page["next_page_url"]
            self.lists[path, account] = rows
        return self.lists[path, account]

    numbers = property(lambda self: self.rows("/v1/phone-numbers"))
    calls = property(lambda self: self.rows("/v1/calls"))
    voicemails = property(lambda self: self.rows("/v1/voicemails"))
    users = property(lambda self: self.rows("/v1/users"))
    extensions = property(lambda self: self.rows("/v1/extensions"))
    devices = property(lambda self: self.rows("/v1/devices"))
    locations = property(lambda self: self.rows("/v1/locations"))
    faxes = property(lambda self: self.rows("/v1/faxes"))
    queues = property(lambda self: self.rows("/v1/queues"))
    blocked = property(lambda self: self.rows("/v1/blocked-numbers"))
