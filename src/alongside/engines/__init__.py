"""What Alongside knows: pure Python, data in, data out."""
