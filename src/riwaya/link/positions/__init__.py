"""What an actor said on one matter over time, and how that shifted."""
