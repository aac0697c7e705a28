"""Who appears in the tests? The named cast, each one a fixture: the same people in every story."""
