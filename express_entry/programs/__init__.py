"""The three federal programs of Express Entry: who may enter the pool, requirement by requirement."""
