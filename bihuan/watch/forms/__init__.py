"""What may be typed about colours and channels, as plain values."""
