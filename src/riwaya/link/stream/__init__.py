"""Stories as a stream: reports in the order of their publication join, open and bridge stories, day by day."""
