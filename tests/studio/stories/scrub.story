# From healed to seven years and back to day 0, which never stands alone, though a graphics card goes away.
size 640 460
lose_device
click preset.full-shaved
idle
expect layout single
expect pictures > 1
expect devices_lost 1
expect painted_on has llvmpipe
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
