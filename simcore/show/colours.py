"""The colours of pictures and pages; apart, so that a page need not load what pictures are drawn with."""

INK, SOFT, FAINT, GRID = "#1a1a1a", "#565656", "#8a8a8a", "#dedede"
# From seaborn's colour-blind safe palette; a line style, marker or hatch always goes along with the colour.
BLUE, ORANGE, GREEN, RED, PURPLE, SKY = "#0173b2", "#de8f05", "#029e73", "#d55e00", "#cc78bc", "#56b4e9"
