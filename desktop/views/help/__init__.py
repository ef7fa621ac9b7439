"""Help: keys and mouse, what to ask for, the first start, about, a report for others."""
