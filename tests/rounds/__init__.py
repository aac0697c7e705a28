"""Do rounds open, change and end by their rules, and for their own people only?"""
