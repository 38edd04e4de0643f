"""What an edition lists of ethnic groups, religions and languages, read into lines with their shares."""
