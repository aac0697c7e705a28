"""Which papers were made from the record, who approved them, and where did they go? (发文)"""
