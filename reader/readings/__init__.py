"""Counting what is read, without knowing by whom.

A page tells us once that it is being read (reader.js). `visits` decides in memory whether a reader
has told us; `counting` gathers in memory and hands over now and then; `writing` adds the batch to
the database; `reckoning` makes the lists of the most read from it.
"""
