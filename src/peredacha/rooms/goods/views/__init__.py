"""Pages about one thing: written down, changed, its codes and papers."""
