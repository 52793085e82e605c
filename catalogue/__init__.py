"""What is for sale, and by whom."""
