"""Where tellings contradict each other, one kind a file."""
