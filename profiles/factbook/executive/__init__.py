"""What an edition prints of posts, who holds them, how they are filled and voted for."""
