"""Does the repository keep its own rules? Each rule of the house is one sentence here."""
