"""What a transition demands, asked for in place at the card."""
