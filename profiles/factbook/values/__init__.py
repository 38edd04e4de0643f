"""What an edition prints as figures and as statements."""
