"""Contents: which words are said: where a statement begins and ends, in which sentences it goes on."""
