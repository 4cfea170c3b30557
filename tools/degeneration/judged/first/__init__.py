"""Clean pages, judged on once; the loops written with them are gone, for newer ones."""
