"""What was found and what becomes of it? Findings, claims, causes, measures, progress, evidence, review, close-out."""
