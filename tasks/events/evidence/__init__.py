"""What an article says late of who did it: kinds of evidence, their finders, and which of them counts."""
