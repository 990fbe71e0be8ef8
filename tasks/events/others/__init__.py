"""Others: the events that an article reports beside its own, told by their dates and names."""
