# Whatever can be pressed says what it is good for.
size 1280 900
click preset.full-shaved
expect unexplained []
click plan.zones
click plan.sessions
click plan.needle
expect unexplained []
key F2
expect unexplained []
key F3
expect unexplained []
key F1
do compare.grid
expect unexplained []
do compare.fade
expect unexplained []
key B
expect unexplained []
key Ctrl+E
expect unexplained []
