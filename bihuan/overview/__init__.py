"""What is going on, across everything? Today, search, the round at a glance, the trail; no tables of its own."""
