"""How fast the board is: `python dev.py bench NAME`. Not part of the shipped package."""
