# From healed to seven years and back to day 0, which never stands alone.
size 640 460
click preset.full-shaved
idle
expect layout single
expect pictures > 1
screenshot healed.png
do time.year7
idle
screenshot seven.png
drag timeline -400 0
expect years < 0.1
expect layout side
expect views.1.title Healed
do time.healed
expect layout single
