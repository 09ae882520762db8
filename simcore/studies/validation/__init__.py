"""Is the model what it says it is? Exact limits, relations under the same luck, and published patterns beside it.

- ``limits``: cases with an answer on paper; the engine plays them and must find that answer.
- ``relations``: what one change may and may not do, when luck stays the same.
- ``patterns``: what was published about such neighbourhoods, beside what the model makes; misses stay in the list.
"""
