"""Which files are kept? Each content once, by its hash, with its extracted text; used in many places."""
