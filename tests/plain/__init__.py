"""How plain the assistant's words are: the length of its sentences and how hard its texts are to read."""
