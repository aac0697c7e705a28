"""How does the record look as a paper? Pure: plain values in, bytes out; it knows nothing of where they came from."""
