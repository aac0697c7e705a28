"""What the browser gets of the papers that go out."""
