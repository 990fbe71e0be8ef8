"""What a run says about itself, for people: a page, a file for programs, and text that is safe to show."""
