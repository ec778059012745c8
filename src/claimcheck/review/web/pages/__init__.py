"""The page: view models of what it shows, and the templates filled from them."""
