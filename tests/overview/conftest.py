"""What do the stories across the apps need? The desk's round, its office and its short ways."""

from tests.desk.conftest import _papers_in_a_folder_of_their_own, head, office  # noqa: F401
