"""The official pages and the official feed: asked, kept, and looked over."""
