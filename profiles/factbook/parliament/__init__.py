"""What an edition prints of chambers, seats, votes by party, parties and courts."""
