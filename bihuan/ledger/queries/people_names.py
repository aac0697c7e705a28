"""Which account does a name in a document mean? The one active account of that name; never a guess between two."""

from collections import Counter

from bihuan.people.models import Account, Organisation


class PeopleNames:
    """The names of one organisation's active accounts, read once."""

    def __init__(self, organisation: Organisation) -> None:
        accounts = list(Account.objects.filter(organisation=organisation, is_active=True))
        times = Counter(account.name for account in accounts)
        self._by_name = {account.name: account for account in accounts if times[account.name] == 1}

    def find(self, name: str) -> Account | None:
        """None for an unknown name, for several names in one cell, and where two people share the name."""
        return self._by_name.get(name.strip())
