"""Runs that are killed, starved, locked out and interrupted, and what readers find afterwards.

    python -m benchmarks.crash [--kills 200] [--seed 1] [--write]

Real runs of the command line on a small made-up corpus.  They are forked from one process that has
loaded all code, so that a run takes two seconds and not ten; what runs is the same.

`scene` is the dataset and what must be true of it after anything; `forked` a run that something
happens to; `trials` what happens; `reader` who reads meanwhile; `account` the counts.
"""
