"""The liaison desk: requests, hand-overs, interviews, visits."""
