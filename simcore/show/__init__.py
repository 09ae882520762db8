"""What people see: words, numbers in their own style, and pictures for a beamer."""
