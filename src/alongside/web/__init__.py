"""What every page shares: the frame, the look, the front page, the pages for errors."""
