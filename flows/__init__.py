"""What runs when: Prefect flows and the command line.  What is done to data stands in `tasks`."""
