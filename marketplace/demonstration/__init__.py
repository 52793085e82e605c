"""The demonstration: real certified products, made-up prices, all marked as such."""
