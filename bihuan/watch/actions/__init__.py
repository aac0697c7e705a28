"""What the watch does: it sweeps, tells, raises, sends, and takes down what an office and a person have chosen."""
