"""The desk's face: widgets over the `Desk` port. Knows neither tables nor the network."""
