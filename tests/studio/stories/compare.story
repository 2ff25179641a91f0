# Healed beside five years in every way.
size 640 460
click preset.full-shaved
do time.year5
do compare.split
idle
expect layout split
expect views.0.title Healed
expect views.1.title 5 years
drag compare.split_line -100 0
expect split < 0.45
screenshot split.png
do compare.side
do compare.fade
do compare.difference
frames 4
screenshot difference.png
do compare.turn_over
expect layout flip
do compare.single
expect layout single
