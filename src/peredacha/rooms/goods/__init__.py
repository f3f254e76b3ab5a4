"""What a chapter packs: each thing with its weight, its kinds, its codes and its papers. No person stands here.

Comes in: a packer with a thing that nobody has met yet. Leaves with: a thing that can be packed within the rules.
"""
