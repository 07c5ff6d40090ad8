"""Local stand-ins for AWS, started and ended by us, on the loopback address only."""
